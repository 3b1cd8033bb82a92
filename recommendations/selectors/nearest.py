"""The search by sight. The only module that writes a vector query."""

from collections.abc import Sequence

import numpy as np
from django.db import connection, transaction
from django.db.models import F, QuerySet, Window
from django.db.models.functions import Cast, Least, RowNumber
from numpy.typing import ArrayLike
from pgvector import HalfVector
from pgvector.django import CosineDistance, HalfVectorField

from catalog.filters import ProductFilters
from catalog.models import Product
from catalog.querysets import ProductQuerySet

from ..models import Encoder, ImageEmbedding
from .encoders import active_encoder
from .matches import Match

EXACT_UP_TO = 5_000
"""Matching products up to which each one is compared; docs/adr/ has the measurement."""
LARGEST_APPROXIMATE = 200
EF_SEARCH = 100
LARGEST_SCAN = 20_000
OVERSAMPLE = 3
"""Rows asked for per product wanted, because several images of one product are one match."""


def nearest(
    vector: ArrayLike, *, filters: ProductFilters, limit: int, encoder: Encoder | None = None
) -> list[Match]:
    """The published products that look most like `vector` and match `filters`, best first.

    Exactly min(limit, matching products with a vector), one match a product with its best image; equals stand in
    the order of product ids. `vector` comes from `encoder` (the active one by default), and ValueError is raised
    when it has another dimension or is not finite.
    """
    return nearest_to_any([vector], filters=filters, limit=limit, encoder=encoder)


def nearest_to_any(
    vectors: Sequence[ArrayLike], *, filters: ProductFilters, limit: int, encoder: Encoder | None = None
) -> list[Match]:
    """As `nearest`, by the best similarity to any of `vectors`, as the views of one product are."""
    if limit <= 0 or not vectors:
        return []
    encoder = encoder or active_encoder()
    queries = [_query(vector, encoder.dimension) for vector in vectors]
    products = Product.objects.published().matching(filters)
    with transaction.atomic():
        _configure_scans()
        if limit > LARGEST_APPROXIMATE or _few(products):
            return _exact(_gallery(encoder, products), encoder, queries, limit)
        matches = _approximate(_gallery(encoder, products), encoder, queries, limit)
        if len(matches) < limit:
            matches = _exact(_gallery(encoder, products), encoder, queries, limit)
        return matches


def _query(vector: ArrayLike, dimension: int) -> HalfVector:
    numbers = np.asarray(vector, dtype=np.float16)
    if numbers.shape != (dimension,) or not np.isfinite(numbers).all():
        raise ValueError(f"a query is {dimension} finite numbers, not an array of shape {numbers.shape}")
    return HalfVector(numbers)


def _configure_scans() -> None:
    # JIT would cost more than any of these queries.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true),"
            " set_config('hnsw.ef_search', %s, true), set_config('hnsw.max_scan_tuples', %s, true),"
            " set_config('jit', 'off', true)",
            [str(EF_SEARCH), str(LARGEST_SCAN)],
        )


def _few(products: ProductQuerySet) -> bool:
    return products.order_by()[: EXACT_UP_TO + 1].count() <= EXACT_UP_TO


def _gallery(encoder: Encoder, products: ProductQuerySet) -> QuerySet[ImageEmbedding]:
    return ImageEmbedding.objects.of(encoder).filter(
        vector__isnull=False, image__product__in=products.order_by()
    )


def _distance(encoder: Encoder, query: HalfVector) -> CosineDistance:
    # The cast and the literal encoder id are the index's own, or PostgreSQL would not use it.
    return CosineDistance(Cast("vector", HalfVectorField(dimensions=encoder.dimension)), query)


def _exact(
    gallery: QuerySet[ImageEmbedding], encoder: Encoder, queries: list[HalfVector], limit: int
) -> list[Match]:
    distances = [_distance(encoder, query) for query in queries]
    best = distances[0] if len(distances) == 1 else Least(*distances)
    rank = Window(RowNumber(), partition_by=[F("image__product_id")], order_by=["distance", "image_id"])
    rows = (
        gallery.annotate(distance=best, rank=rank)
        .filter(rank=1)
        .order_by("distance", "image__product_id")
        .values_list("image__product_id", "image_id", "distance")
    )
    return [Match(product, image, 1 - distance) for product, image, distance in rows[:limit]]


def _approximate(
    gallery: QuerySet[ImageEmbedding], encoder: Encoder, queries: list[HalfVector], limit: int
) -> list[Match]:
    """Through the index; possibly fewer than there are."""
    rows: list[tuple[float, int, int]] = []
    for query in queries:
        by_distance = gallery.annotate(distance=_distance(encoder, query)).order_by("distance")
        rows += by_distance.values_list("distance", "image__product_id", "image_id")[: limit * OVERSAMPLE]
    best: dict[int, Match] = {}
    for distance, product, image in sorted(rows):
        best.setdefault(product, Match(product, image, 1 - distance))
    return list(best.values())[:limit]
