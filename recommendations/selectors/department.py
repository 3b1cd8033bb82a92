"""Whose goods look most like a photo."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from django.db import connections, router
from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.models import Product

from ..departments import likely, votes
from ..models import Encoder
from .vector_search import nearest

VOTERS = 24

# In one message and by hand, since every photo waits for it.
_GENDERS: Final = """
    SELECT id, gender FROM catalog_product WHERE id = ANY(%s);
    SELECT product_type, gender, count(*) FROM catalog_product
    WHERE is_published AND product_type = ANY(%s) GROUP BY product_type, gender
"""


def likely_departments(
    *,
    vector: ArrayLike,
    encoder: Encoder,
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
    genders, sold = _genders(ids, [kind for kind, _probability in seen])
    return likely(votes(genders[pk] for pk in ids if pk in genders), seen, sold)


def _genders(ids: list[int], types: list[str]) -> tuple[dict[int, str], dict[str, dict[str, int]]]:
    """Of these products; and for each of these types how many products are for each gender."""
    sold: dict[str, dict[str, int]] = defaultdict(dict)
    with connections[router.db_for_read(Product)].cursor() as cursor:
        cursor.execute(_GENDERS, [ids, types])
        genders = dict(cursor.fetchall())
        cursor.nextset()
        for kind, gender, count in cursor.fetchall():
            sold[kind][gender] = count
    return genders, sold
