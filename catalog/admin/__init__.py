"""The merchant's screens of the catalogue."""

from .images import ProductImageInline
from .product import ProductAdmin
from .saved_views import SavedView
from .taxonomy import BrandAdmin, CategoryAdmin
from .variants import VariantInline

__all__ = ["BrandAdmin", "CategoryAdmin", "ProductAdmin", "ProductImageInline", "SavedView", "VariantInline"]
