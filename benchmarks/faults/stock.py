"""Goods with pictures, and how far the worker has come with them."""

import time
from collections.abc import Sequence
from itertools import count
from typing import Final

import numpy as np
from django.core.files.base import ContentFile
from django.db.models import F
from django.utils import timezone

from catalog.imaging import encode_jpeg
from catalog.models import Category, Product, ProductImage, Variant
from recommendations import enqueue
from recommendations.models import ImageEmbedding
from recommendations.selectors import active_encoder, embedding_coverage
from recommendations.services.gaps import forget_sources, queue_gaps
from recommendations.services.vector_index import ensure_index

SKU: Final = "FAULTS"
_numbers = count(1)
_random = np.random.default_rng(7)


def stock_up(images: int) -> None:
    """A category of so many products with a picture each, and an article to order again and again."""
    goods = [make_product() for _ in range(images)]
    Variant.objects.create(product=goods[0].product, sku=SKU, size="L", price_minor=1999, stock=1_000_000)


def make_product(*, ending: bytes = b"") -> ProductImage:
    """`ending`: bytes behind the picture's own."""
    number = next(_numbers)
    category, _ = Category.objects.get_or_create(name="Faults", slug="faults")
    product = Product.objects.create(title=f"Good {number}", slug=f"good-{number}", category=category)
    Variant.objects.create(product=product, sku=f"GOOD-{number}", size="M", price_minor=1999, stock=100)
    return add_picture(product, ending)


def add_picture(product: Product, ending: bytes = b"") -> ProductImage:
    pixels = np.kron(_random.integers(0, 256, (8, 6, 3), dtype=np.uint8), np.ones((80, 80, 1), np.uint8))
    file = ContentFile(encode_jpeg(pixels) + ending, name=f"{product.slug}.jpg")
    return ProductImage.objects.create(product=product, file=file)


def parts_of_stock(number: int) -> list[list[int]]:
    """The ids of all pictures in so many parts, none in two of them."""
    ids = list(ProductImage.objects.order_by("pk").values_list("pk", flat=True))
    return [ids[first::number] for first in range(number)]


def ask_for_all() -> None:
    """Has every vector made anew."""
    encoder = active_encoder()
    forget_sources(encoder=encoder)
    enqueue.embed(queue_gaps(encoder=encoder, now=timezone.now()))


def ask_one_by_one(images: Sequence[int]) -> None:
    """Has their vectors made anew, by a message each, as if they had just been saved."""
    encoder = active_encoder()
    ImageEmbedding.objects.of(encoder).filter(image__in=images).update(
        source_digest="", attempts=0, queued_at=None
    )
    for image in queue_gaps(encoder=encoder, now=timezone.now()):
        enqueue.embed([image])


def missing_of(images: Sequence[int]) -> int:
    """How many of them have no vector of their present bytes."""
    current = ImageEmbedding.objects.of(active_encoder()).filter(
        image__in=images, state="ready", source_digest=F("image__digest")
    )
    return len(images) - current.count()


def wait_for(images: Sequence[int], *, since: float, seconds: float) -> float:
    """Seconds from `since`, by time.monotonic(), until each has its vector; infinite past `seconds`."""
    while time.monotonic() - since < seconds:
        if not missing_of(images):
            return time.monotonic() - since
        time.sleep(0.25)
    return float("inf")


def wait_for_all(seconds: float, *, failed: Sequence[int] = ()) -> float:
    """Seconds until no image is without a vector but those in `failed`; infinite where they never come."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        coverage = embedding_coverage()
        if coverage.missing == 0 and coverage.failed == len(failed):
            ensure_index(encoder=active_encoder())
            return time.monotonic() - begun
        time.sleep(0.25)
    return float("inf")
