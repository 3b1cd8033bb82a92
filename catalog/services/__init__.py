"""Writes to the catalogue."""

from ..models import INVENTED
from .data import PictureData, ProductData, VariantData
from .products import NoPictureError, Upserted, upsert_products
from .variants import SkuTakenError

__all__ = [
    "INVENTED",
    "NoPictureError",
    "PictureData",
    "ProductData",
    "SkuTakenError",
    "Upserted",
    "VariantData",
    "upsert_products",
]
