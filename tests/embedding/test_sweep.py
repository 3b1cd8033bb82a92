from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from catalog.models import ProductImage
from recommendations.models import Encoder, ImageEmbedding
from recommendations.services import gaps
from recommendations.services.embedding import embed_images
from recommendations.services.gaps import PATIENCE, queue_for_sweep, queue_gaps
from tests.embedding.files import content, lose, overwrite, replace
from tests.factories import make_product

RowOf = Callable[[ProductImage], ImageEmbedding]
NOW = datetime(2030, 1, 1, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


def sweep(now: datetime = NOW) -> list[int]:
    return [image_id for batch in queue_for_sweep(now=now) for image_id in batch]


def embed(*images: ProductImage) -> None:
    embed_images(image_ids=[image.pk for image in images])


def test_finds_what_was_never_embedded(images: list[ProductImage]) -> None:
    embed(images[0])
    assert sweep() == [images[1].pk, images[2].pk]


def test_finds_what_was_replaced(images: list[ProductImage], row_of: RowOf) -> None:
    embed(*images)
    replace(images[1], seed=50)
    assert sweep() == [images[1].pk]
    assert row_of(images[1]).vector is not None, "the old vector serves until the new one is there"


def test_finds_what_a_worker_left(image: ProductImage, row_of: RowOf) -> None:
    embed(image)
    ImageEmbedding.objects.update(state="pending", vector=None)
    assert sweep() == [image.pk]


def test_leaves_what_is_ready_or_given_up(images: list[ProductImage]) -> None:
    lose(images[0])
    embed(*images)
    assert sweep() == []


def test_sends_for_the_same_gap_once_in_a_while(images: list[ProductImage]) -> None:
    ids = [image.pk for image in images]
    assert sweep() == ids
    assert sweep(NOW + MOMENT) == []
    assert sweep(NOW + PATIENCE + MOMENT) == ids
    embed(*images)
    assert sweep(NOW + 3 * PATIENCE) == []


def test_a_queued_gap_takes_its_place_in_the_queue(
    images: list[ProductImage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps, "MOST_QUEUED", 2)
    ids = [image.pk for image in images]
    assert sweep() == ids[:2]
    assert sweep(NOW + MOMENT) == []
    embed(images[0])
    assert sweep(NOW + 2 * MOMENT) == ids[2:]


def test_batches_are_a_tasks_worth(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "EMBED_BATCH", 2)
    ids = sorted(make_product(images=5).images.values_list("pk", flat=True))
    assert queue_for_sweep(now=NOW) == [ids[:2], ids[2:4], ids[4:]]


def test_encoders_have_gaps_of_their_own(images: list[ProductImage], encoder: Encoder) -> None:
    embed(*images)
    other = Encoder.objects.create(key="other", dimension=8, digest="0" * 64)
    assert queue_gaps(encoder=other, now=NOW) == [image.pk for image in images]
    assert queue_gaps(encoder=encoder, now=NOW) == []


def test_forgetting_sources_keeps_the_vectors_in_use(
    images: list[ProductImage], encoder: Encoder, row_of: RowOf
) -> None:
    embed(*images)
    assert gaps.forget_sources(encoder=encoder) == len(images)
    assert all(row_of(image).vector is not None for image in images)
    assert sweep() == [image.pk for image in images]


def test_what_failed_is_retried_on_demand(images: list[ProductImage], row_of: RowOf) -> None:
    data = content(images[0])
    lose(images[0])
    embed(*images)
    overwrite(images[0], data)
    assert gaps.retry(embeddings=ImageEmbedding.objects.all()) == [images[0].pk]
    embed(images[0])
    assert row_of(images[0]).state == "ready"
