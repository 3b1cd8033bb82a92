"""Which types, colours and departments the shop sells."""

from functools import lru_cache
from time import monotonic
from typing import Final

from django.db import connections, router

from ..models import Product
from .facets import Facets, product_facets

_FRESH_SECONDS = 60
# By hand and in one message, since every list and search asks for it.
_STATE: Final = "SELECT (SELECT max(updated_at) FROM catalog_product), (SELECT max(id) FROM catalog_variant)"


def sold_facets() -> Facets:
    """The filter values of all published products, the most frequent first.

    Counting them costs more than to find what is asked for. So they are kept in the process, until a product
    is added or edited or a variant is added (both seen through an index), and for a minute at most.
    """
    with connections[router.db_for_read(Product)].cursor() as cursor:
        cursor.execute(_STATE)
        return _counted(cursor.fetchone(), int(monotonic() / _FRESH_SECONDS))


@lru_cache(maxsize=1)
def _counted(state: tuple[object, ...], minute: int) -> Facets:
    return product_facets(scope=Product.objects.published())
