"""Shares by day as places in a drawing, each with the range in which it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..intervals import Share

HEIGHT = 100
STEP = 20
"""Of a day, in the drawing's own units."""


@dataclass(frozen=True)
class Mark:
    """One day: `y` counts from above, as `low` and `high` do."""

    x: int
    y: float
    low: float
    high: float
    said: str


@dataclass(frozen=True)
class Chart:
    """`top` is what its upper edge stands for."""

    marks: list[Mark]
    width: int
    top: str
    height: int = HEIGHT


def click_chart(by_day: Sequence[tuple[date, Share]]) -> Chart:
    """Days of which nothing is known have no mark."""
    most = max((share.high for _day, share in by_day if share.of), default=1.0) or 1.0

    def height(value: float) -> float:
        return round(HEIGHT - HEIGHT * value / most, 1)

    marks = [
        Mark(
            STEP * place + STEP // 2,
            height(share.value),
            height(share.low),
            height(share.high),
            f"{day}: {share}",
        )
        for place, (day, share) in enumerate(by_day)
        if share.of
    ]
    return Chart(marks, STEP * len(by_day), f"{100 * most:.1f} %")
