"""What comes of a fault: a figure, what it was, what it should be."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from recommendations.models import ImageEmbedding
from shop.order_checks import order_faults


@dataclass(frozen=True)
class Row:
    figure: str
    value: str
    goal: str
    is_met: bool


def at_most(figure: str, value: float, goal: float, unit: str) -> Row:
    digits = 1 if unit == "s" else 0
    return Row(figure, f"{value:.{digits}f} {unit}", f"≤ {goal:g} {unit}", value <= goal)


def exactly(figure: str, value: object, goal: object) -> Row:
    return Row(figure, str(value), str(goal), value == goal)


def rules(name: str) -> Row:
    """Those of orders and stock, and that a vector is there exactly where one should be, once an image."""
    twice = (
        ImageEmbedding.objects.count() - ImageEmbedding.objects.values("image", "encoder").distinct().count()
    )
    odd = ImageEmbedding.objects.filter(state="ready", vector__isnull=True).count()
    return exactly(
        f"{name}: rows that break a rule of orders or vectors", len(order_faults()) + twice + odd, 0
    )


def forget_connection() -> None:
    """After a server was killed, this process's own is broken, too."""
    connection.close()


def worst(values: Sequence[float]) -> float:
    return max(values, default=float("inf"))
