"""A list that was found on a replica, as the primary has its products now."""

from collections.abc import Iterable

from django.db import DEFAULT_DB_ALIAS

from .models import Product


def as_sold(products: Iterable[Product]) -> list[Product]:
    """Those still published, in order, with their stock and prices. `products` are a page's few.

    One more query, and only for what was read from a replica: it may be behind.
    """
    found = list(products)
    lagging = [product.pk for product in found if product._state.db not in (None, DEFAULT_DB_ALIAS)]
    if not lagging:
        return found
    rows = Product.objects.using(DEFAULT_DB_ALIAS).published().with_card_data().filter(pk__in=lagging)
    fresh = {product.pk: product for product in rows}
    return [fresh[product.pk] for product in found if product.pk in fresh]
