"""The catalogue's pages."""

from .category import category
from .product import product
from .search import search
from .suggestions import search_suggestions

__all__ = ["category", "product", "search", "search_suggestions"]
