"""The catalogue's pages."""

from .category import category
from .product import product
from .search import search

__all__ = ["category", "product", "search"]
