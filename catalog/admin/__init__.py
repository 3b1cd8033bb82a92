"""The merchant's screens of the catalogue."""

from .images import ProductImageInline
from .product import ProductAdmin
from .taxonomy import BrandAdmin, CategoryAdmin
from .variants import VariantInline

__all__ = ["BrandAdmin", "CategoryAdmin", "ProductAdmin", "ProductImageInline", "VariantInline"]
