"""Who buys it, and how."""

from .cart import MAX_QUANTITY, Cart, CartLine

__all__ = ["MAX_QUANTITY", "Cart", "CartLine"]
