"""The search by sight: `nearest()` and what goes the same way."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from time import monotonic
from typing import Final

from django.db import router
from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.models import Product
from catalog.stages import stage

from ..models import Encoder, ImageEmbedding
from .encoders import active_encoder
from .matches import Match
from .vector_query import LARGEST_APPROXIMATE, Search, Sql, given, ids_of, stored

EXACT_AT_LEAST = 1_000
"""Up to so many matching products for a page of PAGE, or EXACT_SHARE of the gallery, all are compared."""
PAGE = 24


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
    return _nearest([given(vector, encoder) for vector in vectors], filters, limit, encoder)


@stage("search")
def nearest_to_images(
    image_ids: Sequence[int], *, filters: ProductFilters, limit: int, encoder: Encoder
) -> list[Match]:
    """As `nearest_to_any`, by the stored vectors of these images, each of which has one."""
    if limit <= 0 or not image_ids:
        return []
    return _nearest([stored(image_id, encoder) for image_id in image_ids], filters, limit, encoder)


def _nearest(queries: Sequence[Sql], filters: ProductFilters, limit: int, encoder: Encoder) -> list[Match]:
    search = Search(encoder, _matching(filters), queries, limit, router.db_for_read(ImageEmbedding))
    if limit > LARGEST_APPROXIMATE:
        return search.exact()
    worth = int(EXACT_AT_LEAST * (limit / PAGE) ** 0.5)  # the index costs more the more it is asked for
    asked_for = replace(filters, exclude_product_ids=()), worth
    if monotonic() > _MANY.get(asked_for, 0.0):
        few = search.exact_if_few(worth)
        if few is not None:
            return few
        _remember_many(asked_for)
    matches = search.approximate()
    return matches if len(matches) == limit else search.exact()


_Asked = tuple[ProductFilters, int]
_MANY: Final[dict[_Asked, float]] = {}
"""Until when more are taken to match than are compared one by one: to count them takes as long as to search.
It only chooses the way, and what the index leaves out is found by the other."""
_MANY_SECONDS: Final = 60.0
_MOST_REMEMBERED: Final = 1_000


def _remember_many(asked_for: _Asked) -> None:
    if len(_MANY) >= _MOST_REMEMBERED:
        _MANY.clear()
    _MANY[asked_for] = monotonic() + _MANY_SECONDS


def _matching(filters: ProductFilters) -> Sql:
    sql, params = _all_matching(replace(filters, exclude_product_ids=()))
    if not filters.exclude_product_ids:
        return sql, params
    excluded = f"{{{','.join(map(str, filters.exclude_product_ids))}}}"
    return f"SELECT id FROM ({sql}) matching WHERE id <> ALL(%s::bigint[])", [*params, excluded]  # noqa: S608


@lru_cache(maxsize=512)
def _all_matching(filters: ProductFilters) -> Sql:
    # To write it takes as long as to search; it is the same whatever the shop holds.
    return ids_of(Product.objects.published().matching(filters))
