"""Rows for tests. Names are counted, pictures are seeded, so that two runs make the same shop."""

from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np
from django.core.files.base import ContentFile
from django.utils.text import slugify

from catalog.imaging import Pixels, encode_jpeg
from catalog.models import Brand, Category, Product, ProductImage, Variant

_numbers = count(1)


def start_over(number: int = 1) -> None:
    """Counts from there again: what a test makes looks the same whatever was made before it."""
    global _numbers
    _numbers = count(number)


def reached() -> int:
    """What to start over at, to go on from here."""
    return next(_numbers)


def make_category(*, name: str = "", slug: str = "", parent: Category | None = None) -> Category:
    """A root, unless it is given a parent."""
    name = name or f"Category {next(_numbers)}"
    return Category.objects.create(name=name, slug=slug or _slug(name), parent=parent)


def make_brand(*, name: str = "") -> Brand:
    name = name or f"Brand {next(_numbers)}"
    return Brand.objects.create(name=name, slug=_slug(name))


def make_product(
    *,
    title: str = "",
    category: Category | None = None,
    product_type: str = "Shirt",
    images: int = 1,
    colours: Sequence[str] = ("Blue",),
    sizes: Sequence[str] = ("M",),
    price_minor: int = 1999,
    stock: int = 5,
    seed: int | None = None,
    **fields: Any,
) -> Product:
    """A published product with a variant for each colour and size; its pictures follow `seed`."""
    number = next(_numbers)
    title = title or f"{product_type} {number}"
    product = Product.objects.create(
        title=title,
        slug=fields.pop("slug", "") or _slug(title),
        category=category or make_category(),
        product_type=product_type,
        **fields,
    )
    for colour in colours:
        for size in sizes:
            make_variant(product, colour=colour, size=size, price_minor=price_minor, stock=stock)
    for position in range(images):
        make_image(product, seed=(number if seed is None else seed) + position, position=position)
    return product


def make_variant(product: Product, **fields: Any) -> Variant:
    """`fields` as in the model; a counted SKU, size M, 19.99 and five in stock unless given."""
    defaults = {"sku": f"SKU-{next(_numbers)}", "size": "M", "price_minor": 1999, "stock": 5}
    return Variant.objects.create(product=product, **defaults | fields)


def make_image(product: Product, *, seed: int = 0, position: int = 0, alt_text: str = "") -> ProductImage:
    file = ContentFile(make_jpeg(seed=seed), name=f"{product.slug}-{position}.jpg")
    return ProductImage.objects.create(product=product, file=file, position=position, alt_text=alt_text)


def make_pixels(*, seed: int = 0, width: int = 48, height: int = 64) -> Pixels:
    """Two seeded colours, the garment on its background: another seed looks different to every encoder."""
    garment, background = np.random.default_rng(seed).integers(0, 256, (2, 3), dtype=np.uint8)
    pixels = np.empty((height, width, 3), dtype=np.uint8)
    pixels[:] = background
    pixels[height // 4 : -height // 4, width // 4 : -width // 4] = garment
    return pixels


def make_jpeg(*, seed: int = 0, width: int = 48, height: int = 64) -> bytes:
    return encode_jpeg(make_pixels(seed=seed, width=width, height=height))


def _slug(name: str) -> str:
    return f"{slugify(name)}-{next(_numbers)}"
