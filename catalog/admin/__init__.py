"""The merchant's screens of the catalogue."""

from .images import ProductImageInline
from .imports import ImportJobAdmin
from .product import ProductAdmin
from .saved_views import SavedView
from .taxonomy import BrandAdmin, CategoryAdmin
from .variants import VariantInline

__all__ = [
    "BrandAdmin",
    "CategoryAdmin",
    "ImportJobAdmin",
    "ProductAdmin",
    "ProductImageInline",
    "SavedView",
    "VariantInline",
]
