"""What ranking needs to know of products, for any number of them in two queries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from django.db import connections, router

from catalog.models import Product

from ..models import Encoder
from ..ranking import Facts, Vector, Wanted
from .matches import Match
from .vectors import vectors_of

# By hand, since every row of similar looks waits for it: it took longer to write by the ORM than to answer.
_ROWS: Final = """
    SELECT product.id, title, product_type, gender, created_at, sold.*
    FROM catalog_product product CROSS JOIN LATERAL (
        SELECT COALESCE(array_agg(DISTINCT colour) FILTER (WHERE colour <> ''), '{}'),
            min(price_minor), COALESCE(sum(stock), 0)
        FROM catalog_variant WHERE product_id = product.id
    ) sold
    WHERE product.id = ANY(%s)
"""


class _Row(NamedTuple):
    product_id: int
    title: str
    product_type: str
    gender: str
    created_at: datetime
    colours: list[str]
    price: int | None
    stock: int


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


def _rows(product_ids: Sequence[int]) -> dict[int, _Row]:
    with connections[router.db_for_read(Product)].cursor() as cursor:
        cursor.execute(_ROWS, [list(product_ids)])
        return {row[0]: _Row(*row) for row in cursor.fetchall()}


def _facts(match: Match, row: _Row, vector: Vector, now: datetime) -> Facts:
    return Facts(
        product_id=match.product_id,
        similarity=match.similarity,
        vector=vector,
        title=row.title,
        product_type=row.product_type,
        gender=row.gender,
        colours=frozenset(row.colours),
        price=row.price,
        age_days=(now - row.created_at).total_seconds() / 86_400,
        stock=row.stock,
    )


def _wanted(row: _Row) -> Wanted:
    return Wanted(row.product_type, row.gender, frozenset(row.colours), row.price)
