"""The search by sight, checked on the shop's own pictures while it runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from catalog.models import Product

from ..intervals import Share, mean_share, wilson
from ..models import Encoder, ImageEmbedding
from .matches import Match
from .vector_query import Search, given, ids_of

DEPTH = 12
SAMPLE = 40
_SAME = 0.9995
"""Similarity from which another picture is the same one."""


@dataclass(frozen=True)
class Times:
    """Middle and 95th percentile in milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True)
class SearchCheck:
    """`recall`: of the DEPTH nearest products by comparing all, those that the index names.

    `themselves`: pictures that come first when they are searched with. `is_indexed`: whether PostgreSQL would
    use the index, which it leaves alone while there are few pictures.
    """

    sample: int
    recall: Share
    themselves: Share
    exact: Times
    approximate: Times
    is_indexed: bool


@dataclass(frozen=True)
class _Look:
    image_id: int
    exact: list[Match]
    exact_ms: float
    found: list[Match]
    found_ms: float


def check_search(*, encoder: Encoder, sample: int = SAMPLE) -> SearchCheck | None:
    """None while there is nothing to search. Compares `sample` pictures with all others."""
    rows = ImageEmbedding.objects.of(encoder).ready().filter(image__product__is_published=True)
    drawn = rows.order_by("?").values_list("image_id", "vector")[:sample]
    queries = [(pk, given(vector, encoder)) for pk, vector in drawn if vector is not None]
    products = ids_of(Product.objects.published())
    looks, plan = [], ""
    for image_id, query in queries:
        search = Search(encoder, products, [query], DEPTH)
        plan = plan or search.plan()
        looks.append(_look(image_id, search))
    if not looks:
        return None
    return SearchCheck(
        sample=len(looks),
        recall=mean_share([_shared(look) for look in looks]),
        themselves=wilson(sum(_finds_itself(look) for look in looks), len(looks)),
        exact=_times([look.exact_ms for look in looks]),
        approximate=_times([look.found_ms for look in looks]),
        is_indexed=f"embedding_hnsw_{encoder.pk}" in plan,
    )


def _look(image_id: int, search: Search) -> _Look:
    started = perf_counter()
    exact = search.exact()
    between = perf_counter()
    found = search.approximate()
    return _Look(image_id, exact, 1000 * (between - started), found, 1000 * (perf_counter() - between))


def _shared(look: _Look) -> float:
    wanted = {match.product_id for match in look.exact}
    return len(wanted & {match.product_id for match in look.found}) / len(wanted) if wanted else 1.0


def _finds_itself(look: _Look) -> bool:
    first = look.found[:1]
    return any(match.image_id == look.image_id or match.similarity >= _SAME for match in first)


def _times(milliseconds: Sequence[float]) -> Times:
    return Times(*(float(value) for value in np.quantile(milliseconds, (0.5, 0.95))))
