"""Products with their variants and pictures, written in bulk as a file says they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import Product
from .data import ProductData
from .images import write_images
from .slugs import product_slugs
from .taxonomy import ensure_brands, ensure_categories
from .variants import refuse_taken_skus, write_variants

_FIELDS = (
    *("title", "description", "category_id", "brand_id", "product_type", "gender", "attributes"),
    *("is_published", "weight_grams"),
)
_Values = Mapping[str, dict[str, Any]]


@dataclass(frozen=True)
class Upserted:
    """External ids of products that are new, changed and as they were; primary keys of new pictures."""

    created: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    image_ids: tuple[int, ...]


@transaction.atomic
def upsert_products(
    *, products: Sequence[ProductData], now: datetime, needs_picture: bool = True
) -> Upserted:
    """Creates or updates each product by its external id, and its variants and pictures with it.

    What is the same already is not written. Pictures that are no longer listed are deleted, variants are sold
    out. Invented facts are for new variants only, so that a merchant's correction stays. All `products` are
    written or none: raises SkuTakenError, NoPictureError for a new one without any where it `needs_picture`,
    or PictureError for a picture that cannot be stored.
    """
    refuse_taken_skus(products)
    values = _values(products)
    stored = _stored(values)
    changed = _update(stored, values, now)
    new = [data for data in products if data.external_id not in stored]
    if needs_picture:
        refuse_without_picture(new)
    created = _create(new, values)
    owners = stored | created
    images = write_images(products, owners)
    changed |= images.changed_products | write_variants(products, owners)
    updated = tuple(key for key, product in stored.items() if product.pk in changed)
    unchanged = tuple(key for key, product in stored.items() if product.pk not in changed)
    return Upserted(tuple(created), updated, unchanged, images.new_ids)


class NoPictureError(ValueError):
    """A new product of which no picture is named."""

    def __init__(self) -> None:
        super().__init__(_("%(column)s is empty") % {"column": "images"})


def refuse_without_picture(new: Sequence[ProductData]) -> None:
    """Raises NoPictureError; of a stored product nothing said means that its pictures stay."""
    if any(data.pictures is None for data in new):
        raise NoPictureError


def _values(products: Sequence[ProductData]) -> _Values:
    categories = ensure_categories(paths=(data.category for data in products))
    brands = ensure_brands(names=(data.brand for data in products))
    return {
        data.external_id: {
            "title": data.title,
            "description": data.description,
            "category_id": categories[data.category].pk,
            "brand_id": brands[data.brand].pk if data.brand else None,
            "product_type": data.product_type,
            "gender": data.gender,
            "weight_grams": data.weight_grams,
            "attributes": dict(data.attributes),
            **({} if data.is_published is None else {"is_published": data.is_published}),
        }
        for data in products
    }


def _stored(values: _Values) -> dict[str, Product]:
    return {
        product.external_id or "": product
        for product in Product.objects.filter(external_id__in=values).select_for_update().order_by("pk")
    }


def _create(products: Sequence[ProductData], values: _Values) -> dict[str, Product]:
    slugs = product_slugs(products)
    new = [
        Product(external_id=external_id, slug=slug, **values[external_id])
        for external_id, slug in slugs.items()
    ]
    return {product.external_id or "": product for product in Product.objects.bulk_create(new)}


def _update(stored: Mapping[str, Product], values: _Values, now: datetime) -> set[int]:
    changed = [product for key, product in stored.items() if _take(product, values[key])]
    for product in changed:
        product.updated_at = now
    if changed:
        Product.objects.bulk_update(changed, [*_FIELDS, "updated_at"])
    return {product.pk for product in changed}


def _take(product: Product, values: dict[str, Any]) -> bool:
    # Attributes and a weight that the file does not speak of are somebody else's.
    wanted = values | {"attributes": product.attributes | values["attributes"]}
    if values["weight_grams"] is None:
        wanted["weight_grams"] = product.weight_grams
    different = [name for name, value in wanted.items() if getattr(product, name) != value]
    for name in different:
        setattr(product, name, wanted[name])
    return bool(different)
