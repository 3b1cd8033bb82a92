"""Addresses of pages: readable, unique, and the same whenever the same thing is imported."""

import hashlib
from collections.abc import Iterable, Mapping

from django.utils.text import slugify

from ..models import Product
from .data import ProductData

_TITLE_LENGTH = 140
_ID_LENGTH = 60


def product_slugs(products: Iterable[ProductData]) -> Mapping[str, str]:
    """A free slug for each external id: title and id, and a check sum where that is another product's."""
    wanted = {data.external_id: _slug(data) for data in products}
    taken = set(Product.objects.filter(slug__in=wanted.values()).values_list("slug", flat=True))
    slugs: dict[str, str] = {}
    for external_id, slug in wanted.items():
        free = slug if slug and slug not in taken else f"{slug}-{checksum(external_id)}".strip("-")
        taken.add(free)
        slugs[external_id] = free
    return slugs


def checksum(text: str) -> str:
    """Ten hexadecimal digits that tell apart what `slugify` makes equal."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _slug(data: ProductData) -> str:
    parts = slugify(data.title)[:_TITLE_LENGTH], slugify(data.external_id)[:_ID_LENGTH]
    return "-".join(part.strip("-") for part in parts if part)
