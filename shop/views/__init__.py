"""One domain call each, then a page, a fragment or a redirect."""

from .cart_changes import cart_add, cart_change, cart_remove
from .cart_page import cart, cart_badge, cart_drawer
from .home import home
from .recently_viewed import recently_viewed, recently_viewed_clear
from .wishlist import wish, wishlist

__all__ = [
    "cart",
    "cart_add",
    "cart_badge",
    "cart_change",
    "cart_drawer",
    "cart_remove",
    "home",
    "recently_viewed",
    "recently_viewed_clear",
    "wish",
    "wishlist",
]
