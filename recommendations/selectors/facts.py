"""What ranking needs to know of products, for any number of them in one query."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from django.db import connections, router

from catalog.models import Product

from ..models import Encoder
from ..ranking import Facts, Vector, Wanted
from .encoders import looks_from
from .matches import Match
from .vectors import units

# By hand, since every row of similar looks waits for it: it took longer to write by the ORM than to answer.
_ROWS: Final = """
    SELECT product.id, found.image_id, title, product_type, gender,
        extract(epoch FROM product.created_at)::float8, sold.*, halfvec_send(vector)
    FROM unnest(%s::bigint[], %s::bigint[]) found(product_id, image_id)
    JOIN catalog_product product ON product.id = product_id
    LEFT JOIN recommendations_imageembedding embedding
        ON embedding.image_id = found.image_id AND encoder_id = %s AND state = 'ready'
    CROSS JOIN LATERAL (
        SELECT COALESCE(array_agg(colour) FILTER (WHERE colour <> ''), '{}'),
            min(price_minor), COALESCE(sum(stock), 0)
        FROM catalog_variant WHERE catalog_variant.product_id = product.id
    ) sold
"""
_NO_IMAGE: Final = 0
_DAY: Final = 86_400.0


class _Row(NamedTuple):
    """`created` in seconds since 1970; `colours` as often as variants have them; `vector` as it is sent, None
    where the image has none."""

    product_id: int
    image_id: int
    title: str
    product_type: str
    gender: str
    created: float
    colours: list[str]
    price: int | None
    stock: int
    vector: bytes | None


def facts_of(
    matches: Sequence[Match], *, encoder: Encoder, now: datetime, like: int = 0
) -> tuple[list[Facts], Wanted]:
    """The facts of what was found, in its order, and what they are to be like: the product `like`, if any."""
    pairs = [(match.product_id, match.image_id) for match in matches]
    rows = _rows([*pairs, (like, _NO_IMAGE)], encoder)
    known = [match for match, pair in zip(matches, pairs, strict=True) if pair in rows and rows[pair].vector]
    of_known = [rows[match.product_id, match.image_id] for match in known]
    vectors = units([row.vector or b"" for row in of_known])
    apart = looks_from(encoder.key)
    found = [_facts(*each, now.timestamp(), apart) for each in zip(known, of_known, vectors, strict=True)]
    asked = rows.get((like, _NO_IMAGE))
    return found, _wanted(asked) if asked else Wanted()


def _rows(pairs: Sequence[tuple[int, int]], encoder: Encoder) -> dict[tuple[int, int], _Row]:
    products, images = zip(*pairs, strict=True)
    with connections[router.db_for_read(Product)].cursor() as cursor:
        cursor.execute(_ROWS, [list(products), list(images), encoder.pk])
        return {row[:2]: _Row(*row) for row in cursor.fetchall()}


def _facts(match: Match, row: _Row, vector: Vector, now: float, apart: int) -> Facts:
    return Facts(
        product_id=match.product_id,
        similarity=match.similarity,
        vector=vector,
        title=row.title,
        product_type=row.product_type,
        gender=row.gender,
        colours=frozenset(row.colours),
        price=row.price,
        age_days=(now - row.created) / _DAY,
        stock=row.stock,
        looks_from=apart,
    )


def _wanted(row: _Row) -> Wanted:
    return Wanted(row.product_type, row.gender, frozenset(row.colours), row.price)
