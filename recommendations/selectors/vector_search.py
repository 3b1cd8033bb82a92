"""The search by sight. The only module that writes a vector query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections, router, transaction
from django.db.models import F, QuerySet, Value, Window
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Least, RowNumber
from numpy.typing import ArrayLike
from pgvector import HalfVector
from pgvector.django import CosineDistance, HalfVectorField

from catalog.filters import ProductFilters
from catalog.models import Product
from catalog.querysets import ProductQuerySet
from catalog.stages import stage

from ..models import Encoder, ImageEmbedding
from .encoders import active_encoder
from .matches import Match

EXACT_AT_LEAST = 1_000
EXACT_SHARE = 0.01
"""Up to so many matching products for a page of PAGE, or this share of the gallery, every one is compared
(see ADR 3).

The share keeps the index honest, which gives up after LARGEST_SCAN rows, whatever a rare filter has let
through by then.
"""
PAGE = 24
OPPOSED = 0.01
"""A filter that lets through more than EXACT_SHARE of the gallery, but less than this share of the nearest,
asks for what the query is unlike: the index would search in vain there."""
LARGEST_APPROXIMATE = 200
OVERSAMPLE = (2, 4)
"""Rows asked for per product wanted, because several images of one product are one match; if these are
short of products, the next."""
EF_SEARCH = 200
LARGEST_SCAN = 20_000
Row = tuple[float, int, int]
"""Distance, product id, image id."""
_ROW = ("distance", "image__product_id", "image_id")


def nearest(
    vector: ArrayLike, *, filters: ProductFilters, limit: int, encoder: Encoder | None = None
) -> list[Match]:
    """The published products that look most like `vector` and match `filters`, best first.

    Exactly min(limit, matching products with a vector), one match a product with its best image; equals
    stand in the order of product ids. `vector` is of `encoder` (the active one by default); ValueError is
    raised when it has another dimension, is not finite or has no length.
    """
    return nearest_to_any([vector], filters=filters, limit=limit, encoder=encoder)


@stage("search")
def nearest_to_any(
    vectors: Sequence[ArrayLike], *, filters: ProductFilters, limit: int, encoder: Encoder | None = None
) -> list[Match]:
    """As `nearest`, by the best similarity to any of `vectors`, as the views of one product are."""
    if limit <= 0 or not vectors:
        return []
    encoder = encoder or active_encoder()
    queries = [_query(vector, encoder.dimension) for vector in vectors]
    search = Search(encoder, Product.objects.published().matching(filters), queries, limit)
    using = router.db_for_read(ImageEmbedding)
    with transaction.atomic(using=using):
        gallery_size = configure_scans(using)
        if limit > LARGEST_APPROXIMATE:
            return search.exact()
        if (few := search.few(gallery_size)) is not None:
            return search.exact(among=few)
        matches = search.approximate()
        return matches if len(matches) == limit else search.exact()


_CONFIGURE = """
    SELECT reltuples, set_config('hnsw.iterative_scan', 'relaxed_order', true),
        set_config('hnsw.ef_search', %s, true), set_config('hnsw.max_scan_tuples', %s, true),
        set_config('jit', 'off', true), set_config('random_page_cost', '1.1', true)
    FROM pg_class WHERE oid = 'recommendations_imageembedding'::regclass
"""


def configure_scans(using: str = DEFAULT_DB_ALIAS) -> float:
    """Until the end of the transaction; returns about how many rows the gallery has, of all encoders.

    Without jit, whose compiling would cost more than any search, and with random reads as cheap as they are
    from memory or an SSD: at PostgreSQL's default for disks it reads whole tables to spare itself a few.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(_CONFIGURE, [str(EF_SEARCH), str(LARGEST_SCAN)])
        return float(cursor.fetchone()[0])


@dataclass(frozen=True)
class Search:
    """One search and the two ways to answer it; both want `configure_scans` in their transaction."""

    encoder: Encoder
    products: ProductQuerySet
    queries: Sequence[HalfVector]
    limit: int

    def few(self, gallery_size: float) -> list[int] | None:
        """The matching products, if so few that each is to be compared. Reads no further than it must."""
        worth = EXACT_AT_LEAST * (self.limit / PAGE) ** 0.5  # the index costs more the more it is asked for
        most = max(int(worth), int(EXACT_SHARE * gallery_size))
        ids = self.products.order_by().values_list("pk", flat=True)[: most + 1]
        return list(ids) if len(ids) <= most else None

    def exact(self, among: Sequence[int] | None = None) -> list[Match]:
        """By comparing all matching products, or those of them whose ids are known already."""
        distances = [self._distance(query) for query in self.queries]
        best = distances[0] if len(distances) == 1 else Least(*distances)
        # Not a bare distance, which the index would be taken to order by.
        rows = self._gallery(among).annotate(distance=best + Value(0.0))
        if self.limit <= LARGEST_APPROXIMATE:
            most = self.limit * OVERSAMPLE[-1]
            first = rows.order_by("distance", "image__product_id", "image_id").values_list(*_ROW)[:most]
            matches = _one_a_product(first)[: self.limit]
            if len(matches) == self.limit or len(first) < most:
                return matches
        return self._best_of_each(rows)

    def _best_of_each(self, rows: Any) -> list[Match]:
        """However many images one product has."""
        rank = Window(RowNumber(), partition_by=[F("image__product_id")], order_by=["distance", "image_id"])
        firsts = rows.annotate(rank=rank).filter(rank=1).order_by("distance", "image__product_id")
        found = firsts.values_list(*_ROW)[: self.limit]
        return [Match(product, image, 1 - distance) for distance, product, image in found]

    def approximate(self) -> list[Match]:
        """Through the encoder's index; possibly fewer matches than there are.

        First what of the EF_SEARCH nearest the filter lets through. If that is too little the index is
        searched further, and if it is next to nothing not at all.
        """
        rows = [row for query in self.queries for row in self._of_the_nearest(query)]
        matches = _one_a_product(rows)[: self.limit]
        if len(matches) == self.limit or len(rows) < OPPOSED * EF_SEARCH * len(self.queries):
            return matches
        for share in OVERSAMPLE:
            most = self.limit * share
            rows = [row for query in self.queries for row in self._nearby(query, most)]
            matches = _one_a_product(rows)[: self.limit]
            if len(matches) == self.limit or len(rows) < most * len(self.queries):
                break
        return matches

    def plan(self) -> str:
        """How PostgreSQL goes about the first query of `approximate`; names the index if it is used."""
        return self._nearby(self.queries[0], self.limit * OVERSAMPLE[0]).explain()

    def _nearby(self, query: HalfVector, most: int) -> QuerySet[ImageEmbedding, Row]:
        rows = self._gallery().annotate(distance=self._distance(query)).order_by("distance")
        return rows.values_list(*_ROW)[:most]

    def _of_the_nearest(self, query: HalfVector) -> QuerySet[ImageEmbedding, Row]:
        distance = self._distance(query)
        nearest = ImageEmbedding.objects.of(self.encoder).annotate(distance=distance).order_by("distance")
        rows = self._gallery().filter(pk__in=nearest.values("pk")[:EF_SEARCH])
        return rows.annotate(distance=distance).values_list(*_ROW)

    def _gallery(self, among: Sequence[int] | None = None) -> QuerySet[ImageEmbedding]:
        rows = ImageEmbedding.objects.of(self.encoder).filter(vector__isnull=False)
        return rows.filter(image__product__in=self.products.order_by() if among is None else _listed(among))

    def _distance(self, query: HalfVector) -> CosineDistance:
        # The cast and the encoder's literal id are those of the index, or PostgreSQL would not use it.
        return CosineDistance(Cast("vector", HalfVectorField(dimensions=self.encoder.dimension)), query)


def _listed(ids: Sequence[int]) -> RawSQL:
    """As one literal: a thousand parameters take longer to write than to search with."""
    return RawSQL("SELECT unnest(%s::bigint[])", [f"{{{','.join(map(str, ids))}}}"])


def _one_a_product(rows: Iterable[Row]) -> list[Match]:
    best: dict[int, Match] = {}
    for distance, product, image in sorted(rows):
        best.setdefault(product, Match(product, image, 1 - distance))
    return list(best.values())


def _query(vector: ArrayLike, dimension: int) -> HalfVector:
    numbers = np.asarray(vector, dtype=np.float16)
    if numbers.shape != (dimension,) or not np.isfinite(numbers).all() or not numbers.any():
        raise ValueError(f"A query of this encoder is {dimension} finite numbers, not all zero.")
    return HalfVector(numbers)
