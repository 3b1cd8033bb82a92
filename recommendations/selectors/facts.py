"""What ranking needs to know of products, for any number of them in two queries."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Min, Sum

from catalog.models import Product

from ..models import Encoder
from ..ranking import Facts, Vector, Wanted
from .matches import Match
from .vectors import vectors_of

_FIELDS = ("pk", "title", "product_type", "gender", "created_at", "colours", "price", "on_hand")


def facts_of(
    matches: Sequence[Match], *, encoder: Encoder, now: datetime, like: int = 0
) -> tuple[list[Facts], Wanted]:
    """The facts of what was found, in its order, and what they are to be like: the product `like`, if any."""
    rows = _rows([match.product_id for match in matches] + [like])
    vectors = vectors_of([match.image_id for match in matches], encoder=encoder)
    found = [
        _facts(match, rows[match.product_id], vectors[match.image_id], now)
        for match in matches
        if match.product_id in rows and match.image_id in vectors
    ]
    return found, _wanted(rows[like]) if like in rows else Wanted()


def _rows(product_ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
    products = Product.objects.filter(pk__in=product_ids).order_by()
    known = products.annotate(
        colours=ArrayAgg("variants__colour", distinct=True),
        price=Min("variants__price_minor"),
        on_hand=Sum("variants__stock", default=0),
    )
    return {row["pk"]: row for row in known.values(*_FIELDS)}


def _facts(match: Match, row: Mapping[str, Any], vector: Vector, now: datetime) -> Facts:
    return Facts(
        product_id=match.product_id,
        similarity=match.similarity,
        vector=vector,
        title=row["title"],
        product_type=row["product_type"],
        gender=row["gender"],
        colours=_named(row),
        price=row["price"],
        age_days=(now - row["created_at"]).total_seconds() / 86_400,
        stock=row["on_hand"],
    )


def _wanted(row: Mapping[str, Any]) -> Wanted:
    return Wanted(row["product_type"], row["gender"], _named(row), row["price"])


def _named(row: Mapping[str, Any]) -> frozenset[str]:
    """The colours of its variants, of which one may have none, and of none that there are."""
    return frozenset(filter(None, row["colours"]))
