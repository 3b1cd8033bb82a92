"""The merchant's screens of the catalogue."""

from .images import ProductImageInline
from .imports import ImportJobAdmin
from .product import ProductAdmin
from .saved_views import SavedView
from .systems import MerchantTokenAdmin, WebhookAdmin, WebhookDeliveryAdmin
from .taxonomy import BrandAdmin, CategoryAdmin
from .variants import VariantInline

__all__ = [
    "BrandAdmin",
    "CategoryAdmin",
    "ImportJobAdmin",
    "MerchantTokenAdmin",
    "ProductAdmin",
    "ProductImageInline",
    "SavedView",
    "VariantInline",
    "WebhookAdmin",
    "WebhookDeliveryAdmin",
]
