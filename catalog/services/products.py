"""Products with their variants and pictures, written in bulk as a file says they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from ..models import Product
from .data import ProductData
from .images import write_images
from .slugs import product_slugs
from .taxonomy import ensure_brands, ensure_categories
from .variants import refuse_taken_skus, write_variants

_Values = Mapping[str, dict[str, Any]]


@dataclass(frozen=True)
class Upserted:
    """How many products were new, changed and as they were; the primary keys of pictures that are new."""

    created: int
    updated: int
    unchanged: int
    image_ids: tuple[int, ...]


@transaction.atomic
def upsert_products(*, products: Sequence[ProductData], now: datetime) -> Upserted:
    """Creates or updates each product by its external id, and its variants and pictures with it.

    What is the same already is not written. Pictures that are no longer listed are deleted, variants are sold
    out. Invented facts are for new variants only, so that a merchant's correction stays. All `products` are
    written or none: raises SkuTakenError, or PictureError for a picture that cannot be stored.
    """
    refuse_taken_skus(products)
    values = _values(products)
    stored = _stored(values)
    changed = _update(stored, values, now)
    created = _create([data for data in products if data.external_id not in stored], values)
    owners = stored | created
    images = write_images(products, owners)
    changed |= images.changed_products | write_variants(products, owners)
    updated = changed & {product.pk for product in stored.values()}
    return Upserted(len(created), len(updated), len(stored) - len(updated), images.new_ids)


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
            "attributes": dict(data.attributes),
        }
        for data in products
    }


def _stored(values: _Values) -> dict[str, Product]:
    return {
        product.external_id or "": product
        for product in Product.objects.filter(external_id__in=values.keys())
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
        Product.objects.bulk_update(changed, [*values[changed[0].external_id or ""], "updated_at"])
    return {product.pk for product in changed}


def _take(product: Product, values: dict[str, Any]) -> bool:
    # Attributes that the file does not speak of are somebody else's.
    wanted = values | {"attributes": product.attributes | values["attributes"]}
    different = [name for name, value in wanted.items() if getattr(product, name) != value]
    for name in different:
        setattr(product, name, wanted[name])
    return bool(different)
