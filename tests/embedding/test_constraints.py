"""What the database itself refuses."""

import pytest
from django.db import DataError, IntegrityError

from catalog.models import ProductImage
from recommendations.models import EmbeddingState, Encoder, ImageEmbedding


def make_row(image: ProductImage, encoder: Encoder, **fields: object) -> ImageEmbedding:
    values = {"dimension": encoder.dimension, "source_digest": image.digest} | fields
    return ImageEmbedding.objects.create(image=image, encoder=encoder, **values)


@pytest.fixture
def small(db: None) -> Encoder:
    return Encoder.objects.create(key="small", dimension=4, digest="1" * 64)


@pytest.fixture
def large(db: None) -> Encoder:
    return Encoder.objects.create(key="large", dimension=6, digest="2" * 64)


def test_accepts_a_vector_of_the_encoders_dimension(image: ProductImage, small: Encoder) -> None:
    make_row(image, small, vector=[1, 0, 0, 0], state=EmbeddingState.READY)


@pytest.mark.parametrize("length", [3, 5, 6])
def test_refuses_a_vector_of_another_dimension(image: ProductImage, small: Encoder, length: int) -> None:
    with pytest.raises(IntegrityError, match="embedding_vector_has_its_dimension"):
        make_row(image, small, vector=[1.0] * length, state=EmbeddingState.READY)


def test_refuses_another_encoders_dimension(image: ProductImage, small: Encoder, large: Encoder) -> None:
    with pytest.raises(IntegrityError, match="embedding_has_its_encoders_dimension"):
        make_row(image, small, vector=[1] * 6, dimension=large.dimension, state=EmbeddingState.READY)


def test_refuses_to_change_a_used_encoders_dimension(image: ProductImage, small: Encoder) -> None:
    make_row(image, small, vector=[1, 0, 0, 0], state=EmbeddingState.READY)
    with pytest.raises(IntegrityError, match="embedding_has_its_encoders_dimension"):
        Encoder.objects.update(dimension=5)


@pytest.mark.parametrize(
    ("state", "vector"),
    [
        (EmbeddingState.READY, None),
        (EmbeddingState.PENDING, [1, 0, 0, 0]),
        (EmbeddingState.FAILED, [1, 0, 0, 0]),
    ],
)
def test_a_row_has_a_vector_exactly_when_ready(
    image: ProductImage, small: Encoder, state: str, vector: list[int] | None
) -> None:
    with pytest.raises(IntegrityError, match="embedding_vector_if_ready"):
        make_row(image, small, vector=vector, state=state)


def test_refuses_a_vector_without_a_direction(image: ProductImage, small: Encoder) -> None:
    with pytest.raises(IntegrityError, match="embedding_vector_is_not_zero"):
        make_row(image, small, vector=[0, 0, 0, 0], state=EmbeddingState.READY)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_refuses_a_vector_with_what_is_no_number(image: ProductImage, small: Encoder, number: float) -> None:
    with pytest.raises(DataError, match="not allowed in halfvec"):
        make_row(image, small, vector=[1, number, 0, 0], state=EmbeddingState.READY)


def test_one_row_per_image_and_encoder(image: ProductImage, small: Encoder, large: Encoder) -> None:
    make_row(image, small)
    make_row(image, large)
    with pytest.raises(IntegrityError, match="embedding_unique_image_and_encoder"):
        make_row(image, small)


def test_rows_go_with_their_image_and_their_encoder(
    images: list[ProductImage], small: Encoder, large: Encoder
) -> None:
    for image in images:
        make_row(image, small)
        make_row(image, large)
    images[0].delete()
    large.delete()
    assert set(ImageEmbedding.objects.values_list("image_id", "encoder_id")) == {
        (image.pk, small.pk) for image in images if image.pk
    }
