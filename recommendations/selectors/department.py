"""Whose goods look most like a photo."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Count
from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.models import Product

from ..departments import likely, votes
from ..models import Encoder
from .vector_search import nearest

VOTERS = 24


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
    genders = dict(Product.objects.filter(pk__in=ids).values_list("pk", "gender"))
    return likely(votes(genders[pk] for pk in ids if pk in genders), seen, _sold([kind for kind, _ in seen]))


def _sold(types: Sequence[str]) -> dict[str, dict[str, int]]:
    """How many products of each of these types are for each gender."""
    sold: dict[str, dict[str, int]] = defaultdict(dict)
    products = Product.objects.published().filter(product_type__in=types).order_by()
    for kind, gender, count in products.values_list("product_type", "gender").annotate(Count("pk")):
        sold[kind][gender] = count
    return sold
