"""Which types, colours and departments the shop sells."""

from functools import lru_cache
from time import monotonic

from django.db.models import Max

from ..models import Product, Variant
from .facets import Facets, product_facets

_FRESH_SECONDS = 60


def sold_facets() -> Facets:
    """The filter values of all published products, the most frequent first.

    Counting them costs more than to find what is asked for. So they are kept in the process, until a product
    is added or edited or a variant is added (both seen through an index), and for a minute at most.
    """
    products = Product.objects.aggregate(edited=Max("updated_at"))
    variants = Variant.objects.aggregate(newest=Max("pk"))
    return _counted((*products.values(), *variants.values()), int(monotonic() / _FRESH_SECONDS))


@lru_cache(maxsize=1)
def _counted(state: tuple[object, ...], minute: int) -> Facets:
    return product_facets(scope=Product.objects.published())
