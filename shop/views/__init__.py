"""One domain call each, then a page, a fragment or a redirect."""

from .cart_changes import cart_add, cart_change, cart_remove
from .cart_page import cart, cart_badge
from .home import home

__all__ = ["cart", "cart_add", "cart_badge", "cart_change", "cart_remove", "home"]
