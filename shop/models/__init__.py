"""Who buys it, and how."""

from .cart import MAX_QUANTITY, Cart, CartLine
from .wishlist import MAX_WISHES, Wish, WishList

__all__ = ["MAX_QUANTITY", "MAX_WISHES", "Cart", "CartLine", "Wish", "WishList"]
