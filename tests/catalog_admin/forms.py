"""What a browser posts from the product form."""

from collections.abc import Sequence
from typing import Any

from catalog.models import Category, ProductImage, Variant


def product_form(
    category: Category,
    *,
    variants: Sequence[dict[str, Any]] = (),
    images: Sequence[dict[str, Any]] = (),
    **fields: Any,
) -> dict[str, Any]:
    product = {
        "title": "Linen shirt",
        "slug": "linen-shirt",
        "description": "",
        "category": category.pk,
        "brand": "",
        "product_type": "Shirts",
        "gender": "women",
        "attributes": "{}",
        "is_published": "on",
    }
    return product | _inline("variants", variants) | _inline("images", images) | fields


def variant_form(**fields: Any) -> dict[str, Any]:
    defaults = {"sku": "A1", "size": "M", "colour": "Blue", "price": "19.99", "currency": "EUR", "stock": 3}
    return defaults | {"position": 0} | fields


def variant_form_of(variant: Variant) -> dict[str, Any]:
    """As the page shows it."""
    names = ("sku", "size", "colour", "currency", "stock", "position")
    shown = {name: getattr(variant, name) for name in names} | {"price": variant.price.amount}
    return shown | {"id": variant.pk, "product": variant.product_id}


def image_form_of(image: ProductImage) -> dict[str, Any]:
    """As the page shows it."""
    shown = {"alt_text": image.alt_text, "position": image.position}
    return shown | {"id": image.pk, "product": image.product_id}


def _inline(prefix: str, forms: Sequence[dict[str, Any]]) -> dict[str, Any]:
    data = {
        f"{prefix}-{place}-{name}": value for place, form in enumerate(forms) for name, value in form.items()
    }
    initial = sum("id" in form for form in forms)
    return data | {f"{prefix}-TOTAL_FORMS": len(forms), f"{prefix}-INITIAL_FORMS": initial}
