"""Writes to the catalogue."""

from ..models import INVENTED
from .data import PictureData, ProductData, VariantData
from .products import NoPictureError, Upserted, refuse_without_picture, upsert_products
from .taxonomy import category_paths
from .variants import SkuTakenError, cost_beside, matches, refuse_taken_skus

__all__ = [
    "INVENTED",
    "NoPictureError",
    "PictureData",
    "ProductData",
    "SkuTakenError",
    "Upserted",
    "VariantData",
    "category_paths",
    "cost_beside",
    "matches",
    "refuse_taken_skus",
    "refuse_without_picture",
    "upsert_products",
]
