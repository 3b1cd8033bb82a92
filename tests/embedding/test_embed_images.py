from collections.abc import Callable

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import ProductImage
from recommendations.encoders import EncoderArtefactError, Encoding, UnknownEncoder
from recommendations.encoders.histogram import HistogramEncoder
from recommendations.models import EmbeddingState, Encoder, ImageEmbedding
from recommendations.services.embedding import EmbedReport, EncoderReplaced, embed_images
from tests.embedding.files import break_bytes, lose, overwrite, replace
from tests.factories import make_jpeg, make_product

RowOf = Callable[[ProductImage], ImageEmbedding]


def embed(*images: ProductImage) -> EmbedReport:
    return embed_images(image_ids=[image.pk for image in images])


def test_stores_the_encoders_vector(image: ProductImage, encoder: Encoder, row_of: RowOf) -> None:
    assert embed(image) == EmbedReport(embedded=1)
    row = row_of(image)
    assert (row.state, row.source_digest, row.attempts) == (EmbeddingState.READY, image.digest, 1)
    assert row.vector is not None
    assert len(row.vector) == encoder.dimension
    assert np.linalg.norm(row.vector) == pytest.approx(1, abs=1e-3)


def test_does_nothing_twice(images: list[ProductImage], row_of: RowOf) -> None:
    embed(*images)
    before = [row_of(image).updated_at for image in images]
    assert embed(*images) == EmbedReport()
    assert [row_of(image).updated_at for image in images] == before


def test_delivered_twenty_times(images: list[ProductImage], row_of: RowOf) -> None:
    for _ in range(20):
        embed(*images)
    assert [row_of(image).attempts for image in images] == [1, 1, 1]
    assert ImageEmbedding.objects.count() == len(images)


def test_an_id_given_twice_counts_once(image: ProductImage, row_of: RowOf) -> None:
    assert embed(image, image) == EmbedReport(embedded=1)
    assert row_of(image).attempts == 1


def test_a_broken_picture_fails_alone(images: list[ProductImage], row_of: RowOf) -> None:
    break_bytes(images[1])
    assert embed(*images) == EmbedReport(embedded=2, failed=1)
    row = row_of(images[1])
    assert (row.state, row.vector) == (EmbeddingState.FAILED, None)
    assert "could not open" in row.error
    assert embed(*images) == EmbedReport(), "a failed picture is not tried again by itself"


def test_a_missing_file_fails_alone(images: list[ProductImage], row_of: RowOf) -> None:
    lose(images[0])
    assert embed(*images) == EmbedReport(embedded=2, failed=1)
    assert str(images[0].file) in row_of(images[0]).error


def test_a_file_changed_from_outside_fails(image: ProductImage, row_of: RowOf) -> None:
    overwrite(image, make_jpeg(seed=77))
    assert embed(image) == EmbedReport(failed=1)
    assert "changed from outside" in row_of(image).error


def test_an_image_that_is_gone_is_nobodys_problem(image: ProductImage) -> None:
    assert embed_images(image_ids=[image.pk + 1000]) == EmbedReport()


def test_a_replaced_file_is_embedded_anew(image: ProductImage, row_of: RowOf) -> None:
    embed(image)
    before = row_of(image)
    replace(image, seed=4711)
    assert embed(image) == EmbedReport(embedded=1)
    after = row_of(image)
    assert after.source_digest == image.digest != before.source_digest
    assert after.vector != before.vector


def test_a_repaired_picture_is_embedded(image: ProductImage, row_of: RowOf) -> None:
    break_bytes(image)
    embed(image)
    replace(image, seed=5)
    assert embed(image) == EmbedReport(embedded=1)
    assert (row_of(image).error, row_of(image).attempts) == ("", 1)


def test_a_file_replaced_while_it_is_encoded(
    image: ProductImage, row_of: RowOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = HistogramEncoder.encode

    def encode(self: HistogramEncoder, pictures: list[np.ndarray]) -> Encoding:
        encoding = plain(self, pictures)
        if pictures and image.alt_text == "":
            image.alt_text = "replaced"
            replace(image, seed=99)
        return encoding

    monkeypatch.setattr(HistogramEncoder, "encode", encode)
    assert embed(image) == EmbedReport(embedded=1)
    stored = row_of(image)
    assert stored.source_digest == image.digest
    ImageEmbedding.objects.all().delete()
    embed(image)
    assert row_of(image).vector == stored.vector, "the vector is not that of the old file"


@pytest.mark.parametrize("value", [0.0, float("nan"), float("inf")])
def test_an_unusable_vector_is_refused(
    image: ProductImage, encoder: Encoder, row_of: RowOf, monkeypatch: pytest.MonkeyPatch, value: float
) -> None:
    def encode(self: HistogramEncoder, pictures: list[np.ndarray]) -> Encoding:
        return Encoding(np.full((len(pictures), encoder.dimension), value, np.float32), {})

    monkeypatch.setattr(HistogramEncoder, "encode", encode)
    assert embed(image) == EmbedReport(failed=1)
    assert "sees nothing" in row_of(image).error


def test_a_missing_artefact_costs_no_attempt(image: ProductImage, monkeypatch: pytest.MonkeyPatch) -> None:
    def encode(self: HistogramEncoder, pictures: list[np.ndarray]) -> Encoding:
        raise EncoderArtefactError("gone")

    monkeypatch.setattr(HistogramEncoder, "encode", encode)
    with pytest.raises(EncoderArtefactError):
        embed(image)
    assert not ImageEmbedding.objects.exists()


def test_an_encoder_replaced_under_a_running_worker(
    image: ProductImage, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = Encoder.objects.create(key=encoder.key, dimension=encoder.dimension, digest="f" * 64)
    monkeypatch.setattr("recommendations.querysets.EncoderQuerySet.ensure", lambda self, key: replaced)
    with pytest.raises(EncoderReplaced, match="Restart"):
        embed(image)
    assert not ImageEmbedding.objects.exists()


def test_an_unknown_encoder(image: ProductImage) -> None:
    with pytest.raises(UnknownEncoder):
        embed_images(image_ids=[image.pk], encoder_key="no-such")


def test_round_trips_do_not_grow_with_the_batch(db: None) -> None:
    def queries(images: int) -> int:
        ids = list(make_product(images=images).images.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as captured:
            embed_images(image_ids=ids)
        return len(captured)

    embed_images(image_ids=[])
    assert queries(2) == queries(8)
