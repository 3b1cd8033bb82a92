"""Products with vectors given, not computed."""

from collections.abc import Sequence
from typing import Any

from catalog.models import Category, Product, ProductImage
from recommendations.models import EmbeddingState, Encoder, ImageEmbedding
from tests.factories import make_category, make_product

DIMENSION = 6
Vector = Sequence[float]


def make_encoder(key: str = "given", dimension: int = DIMENSION) -> Encoder:
    return Encoder.objects.create(key=key, dimension=dimension, digest="0" * 64)


def axis(number: int) -> list[float]:
    """The unit vector along one axis: at a right angle to every other."""
    return [1.0 if place == number else 0.0 for place in range(DIMENSION)]


def between(first: int, second: int, share: float) -> list[float]:
    """From one axis (share 0) to another (share 1)."""
    return [(1 - share) * a + share * b for a, b in zip(axis(first), axis(second), strict=True)]


def add_image(product: Product, encoder: Encoder, vector: Vector | None, position: int = 0) -> ProductImage:
    """An image without a file, with a vector, or with none yet."""
    image = ProductImage(product=product, file="none.jpg", position=position, digest="d" * 64)
    image.width = image.height = 1
    ProductImage.objects.bulk_create([image])
    if vector is not None:
        add_vector(image, encoder, vector)
    return image


def add_vector(image: ProductImage, encoder: Encoder, vector: Vector) -> None:
    ImageEmbedding.objects.create(
        image=image,
        encoder=encoder,
        dimension=encoder.dimension,
        vector=list(vector),
        state=EmbeddingState.READY,
        source_digest=image.digest,
    )


def make_look(encoder: Encoder, *vectors: Vector, category: Category | None = None, **fields: Any) -> Product:
    """A product with one image per vector."""
    product = make_product(images=0, category=category or shared_category(), **fields)
    for position, vector in enumerate(vectors):
        add_image(product, encoder, vector, position)
    return product


def shared_category() -> Category:
    return Category.objects.first() or make_category()
