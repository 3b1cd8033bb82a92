"""The search by sight. The only module that writes a vector query."""

from collections.abc import Sequence
from dataclasses import dataclass

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

EXACT_AT_LEAST = 1_000
EXACT_SHARE = 0.01
"""Up to so many matching products, or this share of the gallery, every one is compared (see ADR 3).

The share keeps the index honest, which gives up after LARGEST_SCAN rows, whatever a rare filter has let
through by then.
"""
LARGEST_APPROXIMATE = 200
OVERSAMPLE = 3
"""Rows asked for per product wanted, because several images of one product are one match."""
EF_SEARCH = 200
LARGEST_SCAN = 20_000


def nearest(
    vector: ArrayLike, *, filters: ProductFilters, limit: int, encoder: Encoder | None = None
) -> list[Match]:
    """The published products that look most like `vector` and match `filters`, best first.

    Exactly min(limit, matching products with a vector), one match a product with its best image; equals
    stand in the order of product ids. `vector` is of `encoder` (the active one by default); ValueError is
    raised when it has another dimension or is not finite.
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
    search = Search(encoder, Product.objects.published().matching(filters), queries, limit)
    with transaction.atomic():
        gallery_size = configure_scans()
        if limit > LARGEST_APPROXIMATE or search.is_small(gallery_size):
            return search.exact()
        matches = search.approximate()
        return matches if len(matches) == limit else search.exact()


_CONFIGURE = """
    SELECT reltuples, set_config('hnsw.iterative_scan', 'relaxed_order', true),
        set_config('hnsw.ef_search', %s, true), set_config('hnsw.max_scan_tuples', %s, true),
        set_config('jit', 'off', true)
    FROM pg_class WHERE oid = 'recommendations_imageembedding'::regclass
"""


def configure_scans() -> float:
    """Until the end of the transaction; returns about how many rows the gallery has, of all encoders.

    Without jit, whose compiling would cost more than any search.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CONFIGURE, [str(EF_SEARCH), str(LARGEST_SCAN)])
        return float(cursor.fetchone()[0])


@dataclass(frozen=True)
class Search:
    """One search and the two ways to answer it; both want `configure_scans` in their transaction."""

    encoder: Encoder
    products: ProductQuerySet
    queries: Sequence[HalfVector]
    limit: int

    def is_small(self, gallery_size: float) -> bool:
        """Whether every matching product is to be compared. Counts no further than it must."""
        most = max(EXACT_AT_LEAST, int(EXACT_SHARE * gallery_size))
        return self.products.order_by()[: most + 1].count() <= most

    def exact(self) -> list[Match]:
        distances = [self._distance(query) for query in self.queries]
        best = distances[0] if len(distances) == 1 else Least(*distances)
        rank = Window(RowNumber(), partition_by=[F("image__product_id")], order_by=["distance", "image_id"])
        rows = (
            self._gallery()
            .annotate(distance=best, rank=rank)
            .filter(rank=1)
            .order_by("distance", "image__product_id")
            .values_list("image__product_id", "image_id", "distance")
        )
        return [Match(product, image, 1 - distance) for product, image, distance in rows[: self.limit]]

    def approximate(self) -> list[Match]:
        """Through the encoder's index; possibly fewer matches than there are."""
        rows: list[tuple[float, int, int]] = []
        for query in self.queries:
            nearby = self._gallery().annotate(distance=self._distance(query)).order_by("distance")
            columns = nearby.values_list("distance", "image__product_id", "image_id")
            rows += columns[: self.limit * OVERSAMPLE]
        best: dict[int, Match] = {}
        for distance, product, image in sorted(rows):
            best.setdefault(product, Match(product, image, 1 - distance))
        return list(best.values())[: self.limit]

    def _gallery(self) -> QuerySet[ImageEmbedding]:
        rows = ImageEmbedding.objects.of(self.encoder).filter(vector__isnull=False)
        return rows.filter(image__product__in=self.products.order_by())

    def _distance(self, query: HalfVector) -> CosineDistance:
        # The cast and the encoder's literal id are those of the index, or PostgreSQL would not use it.
        return CosineDistance(Cast("vector", HalfVectorField(dimensions=self.encoder.dimension)), query)


def _query(vector: ArrayLike, dimension: int) -> HalfVector:
    numbers = np.asarray(vector, dtype=np.float16)
    if numbers.shape != (dimension,) or not np.isfinite(numbers).all():
        raise ValueError(f"A query of this encoder is {dimension} finite numbers.")
    return HalfVector(numbers)
