"""Products that a shopper marked as more or less like what is looked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from numpy.typing import ArrayLike

from ..models import Encoder, ImageEmbedding


@dataclass(frozen=True, slots=True)
class Marked:
    """A published product's title, and the vector of its first picture."""

    product_id: int
    title: str
    vector: ArrayLike


def marked_products(*, product_ids: Iterable[int], encoder: Encoder) -> dict[int, Marked]:
    """By product id; what is unpublished or has no vector is left out."""
    rows = ImageEmbedding.objects.of(encoder).ready()
    rows = rows.filter(image__product__in=list(product_ids), image__product__is_published=True)
    rows = rows.order_by("image__product_id", "image__position", "image_id").distinct("image__product_id")
    found = rows.values_list("image__product_id", "image__product__title", "vector")
    return {pk: Marked(pk, title, vector) for pk, title, vector in found if vector is not None}
