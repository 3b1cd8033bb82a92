"""What every template may ask about the shopper."""

from collections.abc import Mapping
from functools import cached_property

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .cart_cookie import cart_holder
from .facts import shop_facts
from .selectors.marks import products_in_cart, wished_products
from .wishlist_cookie import wishlist_holder


class Shopper:
    """The marks of one visitor's tiles: each read when the first tile asks for it, and once."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def in_cart(self) -> Mapping[int, int]:
        """How many of each product, by product id."""
        return products_in_cart(holder=cart_holder(self._request))

    @cached_property
    def wished(self) -> frozenset[int]:
        """Ids of products."""
        return wished_products(holder=wishlist_holder(self._request))


def shopper(request: HttpRequest) -> dict[str, object]:
    """A context processor: `shopper`, and `shop_facts` that pages other than the shop's own mention."""
    return {"shopper": Shopper(request), "shop_facts": SimpleLazyObject(shop_facts)}
