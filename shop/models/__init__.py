"""Who buys it, and how."""

from .address import MAX_ADDRESSES, Address
from .cart import MAX_QUANTITY, Cart, CartLine
from .wishlist import MAX_WISHES, Wish, WishList

__all__ = ["MAX_ADDRESSES", "MAX_QUANTITY", "MAX_WISHES", "Address", "Cart", "CartLine", "Wish", "WishList"]
