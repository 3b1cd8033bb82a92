"""The merchant's screens of the catalogue."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .images import ProductImageInline
from .imports import ImportJobAdmin
from .product import ProductAdmin
from .saved_views import SavedView
from .systems import MerchantTokenAdmin, WebhookAdmin, WebhookDeliveryAdmin
from .taxonomy import BrandAdmin, CategoryAdmin
from .variants import VariantInline

admin.site.site_header = admin.site.site_title = _("The merchant's desk")

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
