"""Writes to the catalogue."""

from ..models import INVENTED
from .data import PictureData, ProductData, VariantData
from .products import Upserted, upsert_products
from .variants import SkuTakenError

__all__ = [
    "INVENTED",
    "PictureData",
    "ProductData",
    "SkuTakenError",
    "Upserted",
    "VariantData",
    "upsert_products",
]
