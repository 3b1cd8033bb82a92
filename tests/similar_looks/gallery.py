"""Products with vectors by the colour histogram; the same seed looks the same."""

from collections.abc import Iterable
from typing import Any

from catalog.models import Product, ProductImage
from recommendations.services.embedding import embed_images
from tests.factories import make_product


def embed(products: Iterable[Product]) -> None:
    images = ProductImage.objects.filter(product__in=list(products))
    embed_images(image_ids=list(images.values_list("pk", flat=True)))


def make_gallery(count: int, **fields: Any) -> list[Product]:
    products = [make_product(**fields) for _ in range(count)]
    embed(products)
    return products
