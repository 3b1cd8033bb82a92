"""Whose goods look most like a photo."""

from numpy.typing import ArrayLike

from catalog.filters import ProductFilters
from catalog.models import Product

from ..departments import votes
from ..models import Encoder
from .vector_search import nearest

VOTERS = 24


def likely_departments(
    *, vector: ArrayLike, encoder: Encoder, types: tuple[str, ...] = ()
) -> list[tuple[str, float]]:
    """Departments with their shares of the nearest VOTERS products (of `types` if any), the largest first.

    Sold-out goods vote too: they look as they did, and asking for stock would cost more than the search.
    """
    filters = ProductFilters(types=types)
    ids = [match.product_id for match in nearest(vector, filters=filters, limit=VOTERS, encoder=encoder)]
    genders = dict(Product.objects.filter(pk__in=ids).values_list("pk", "gender"))
    return votes(genders[pk] for pk in ids if pk in genders)
