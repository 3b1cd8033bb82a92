"""Who buys it, and how."""

from .cart import Cart, CartLine

__all__ = ["Cart", "CartLine"]
