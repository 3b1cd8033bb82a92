from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import ProductImage
from recommendations.models import Encoder
from recommendations.selectors import Coverage, embedding_coverage
from recommendations.services.embedding import embed_images
from tests.embedding.files import lose, replace
from tests.factories import make_product


def test_counts_images_by_what_is_known_of_them(images: list[ProductImage], encoder: Encoder) -> None:
    lose(images[0])
    embed_images(image_ids=[image.pk for image in images[:2]])
    coverage = embedding_coverage()
    assert coverage == Coverage(images=3, ready=1, failed=1)
    assert (coverage.missing, coverage.complete) == (1, False)
    embed_images(image_ids=[images[2].pk])
    assert embedding_coverage().complete


def test_a_stale_vector_covers_nothing(image: ProductImage) -> None:
    embed_images(image_ids=[image.pk])
    replace(image, seed=8)
    assert embedding_coverage() == Coverage(images=1, ready=0, failed=0)


def test_is_of_one_encoder(image: ProductImage) -> None:
    embed_images(image_ids=[image.pk])
    other = Encoder.objects.create(key="other", dimension=8, digest="0" * 64)
    assert embedding_coverage(encoder=other) == Coverage(images=1, ready=0, failed=0)


def test_an_empty_shop_is_covered(db: None) -> None:
    assert embedding_coverage().complete


def test_takes_one_query_for_any_number_of_images(encoder: Encoder) -> None:
    for images in (1, 4):
        make_product(images=images)
        with CaptureQueriesContext(connection) as captured:
            embedding_coverage(encoder=encoder)
        assert len(captured) == 1
