"""Whose goods look most like a photo."""

from collections.abc import Sequence

from django.db import connections, router
from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.models import Product
from catalog.selectors import Facets

from ..departments import likely, votes
from ..models import Encoder
from .vector_search import nearest

VOTERS = 24


def likely_departments(
    *,
    vector: ArrayLike,
    encoder: Encoder,
    sold: Facets,
    types: tuple[str, ...] = (),
    seen: Sequence[tuple[str, float]] = (),
) -> list[tuple[str, float]]:
    """Departments with their probabilities, the likeliest first.

    The nearest VOTERS products (of `types` if any) vote, and their votes count as much as each department
    has of the types that were `seen`, with their probabilities: a shirt laid on a bed looks like a child's
    on its white ground, but few shirts are. Sold-out goods vote too: they look as they did, and asking for
    stock would cost more than the search.
    """
    filters = ProductFilters(types=types)
    ids = [match.product_id for match in nearest(vector, filters=filters, limit=VOTERS, encoder=encoder)]
    genders = _genders(ids)
    return likely(votes(genders[pk] for pk in ids if pk in genders), seen, sold.by_type)


def _genders(ids: list[int]) -> dict[int, str]:
    with connections[router.db_for_read(Product)].cursor() as cursor:
        cursor.execute("SELECT id, gender FROM catalog_product WHERE id = ANY(%s)", [ids])
        return dict(cursor.fetchall())
