"""The catalogue's pages."""

from .category import category
from .product import product, quick_view
from .search import search
from .suggestions import search_suggestions

__all__ = ["category", "product", "quick_view", "search", "search_suggestions"]
