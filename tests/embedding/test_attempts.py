"""Pictures that kill their worker, storages that fail for the moment, images in another worker's hands."""

from collections.abc import Callable

import pytest
from django.db import connection

from catalog.imaging import PictureBusy, Pixels, open_picture
from catalog.models import ProductImage
from catalog.services import stored_pictures
from recommendations.models import EmbeddingState, Encoder, ImageEmbedding
from recommendations.services import pictures
from recommendations.services.claims import MAX_ATTEMPTS, locked
from recommendations.services.embedding import EmbedReport, embed_images
from tests.embedding.files import content

RowOf = Callable[[ProductImage], ImageEmbedding]


class Killed(BaseException):
    """A process's end is no Exception: nothing may catch it, nothing after it may run."""


@pytest.fixture
def poison(monkeypatch: pytest.MonkeyPatch) -> Callable[[ProductImage], None]:
    """Makes one image kill whoever opens it."""

    def give(image: ProductImage) -> None:
        deadly = content(image)

        def open_or_die(data: bytes, *, side: int) -> Pixels:
            if data == deadly:
                raise Killed
            return open_picture(data, side=side)

        monkeypatch.setattr(pictures, "open_picture", open_or_die)

    return give


def deliver(images: list[ProductImage], times: int) -> None:
    for _ in range(times):
        try:
            embed_images(image_ids=[image.pk for image in images])
        except Killed:
            continue


def test_a_picture_that_kills_is_given_up_and_takes_nobody_along(
    images: list[ProductImage], poison: Callable[[ProductImage], None], row_of: RowOf
) -> None:
    poison(images[1])
    deliver(images, times=MAX_ATTEMPTS)
    assert row_of(images[1]).state == EmbeddingState.PENDING
    assert row_of(images[1]).attempts == MAX_ATTEMPTS
    deliver(images, times=1)
    states = [row_of(image).state for image in images]
    assert states == [EmbeddingState.READY, EmbeddingState.FAILED, EmbeddingState.READY]
    assert "Given up" in row_of(images[1]).error


def test_it_is_opened_no_fourth_time(
    image: ProductImage, poison: Callable[[ProductImage], None], row_of: RowOf
) -> None:
    poison(image)
    deliver([image], times=MAX_ATTEMPTS)
    assert embed_images(image_ids=[image.pk]) == EmbedReport(failed=1)
    assert row_of(image).attempts == MAX_ATTEMPTS


@pytest.mark.parametrize(
    "error", [ConnectionError("no route"), PermissionError("denied"), RuntimeError("S3")]
)
def test_a_failing_storage_costs_no_attempt(
    images: list[ProductImage], row_of: RowOf, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    read = stored_pictures._read

    def fail_once(name: str) -> bytes:
        if name == images[0].file.name:
            raise error
        return read(name)

    monkeypatch.setattr(stored_pictures, "_read", fail_once)
    for _ in range(MAX_ATTEMPTS + 1):
        embed_images(image_ids=[image.pk for image in images])
    row = row_of(images[0])
    assert (row.state, row.attempts) == (EmbeddingState.PENDING, 0)
    assert str(error) in row.error
    assert row_of(images[1]).state == EmbeddingState.READY
    monkeypatch.undo()
    assert embed_images(image_ids=[images[0].pk]) == EmbedReport(embedded=1)
    assert row_of(images[0]).error == ""


def test_a_full_decoder_costs_no_attempt(
    image: ProductImage, row_of: RowOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(data: bytes, *, side: int) -> Pixels:
        raise PictureBusy

    monkeypatch.setattr(pictures, "open_picture", busy)
    assert embed_images(image_ids=[image.pk]) == EmbedReport()
    assert (row_of(image).state, row_of(image).attempts) == (EmbeddingState.PENDING, 0)


def test_an_image_in_another_workers_hands_is_left_alone(image: ProductImage, encoder: Encoder) -> None:
    with locked_elsewhere(encoder, image):
        assert embed_images(image_ids=[image.pk]) == EmbedReport()
    assert embed_images(image_ids=[image.pk]) == EmbedReport(embedded=1)


def test_the_lock_is_given_back_after_a_death(
    image: ProductImage, encoder: Encoder, poison: Callable[[ProductImage], None]
) -> None:
    poison(image)
    deliver([image], times=1)
    with locked_elsewhere(encoder, image) as mine:
        assert mine == [image.pk]


class locked_elsewhere:  # noqa: N801 - reads as the context manager that it is
    """Holds the image's lock on a second connection; waits a moment for a dead holder's to be dropped."""

    def __init__(self, encoder: Encoder, image: ProductImage) -> None:
        self._other = connection.copy()
        self._key = f"embed {encoder.pk} {image.pk}"
        self._image = image.pk

    def __enter__(self) -> list[int]:
        with self._other.cursor() as cursor:
            cursor.execute("SET lock_timeout = '10s'")
            cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [self._key])
            return [self._image]

    def __exit__(self, *error: object) -> None:
        # Unlocked here: the server drops a closed connection's locks only when it notices.
        with self._other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")
        self._other.close()


def test_locks_only_what_is_free(images: list[ProductImage], encoder: Encoder) -> None:
    ids = [image.pk for image in images]
    with locked_elsewhere(encoder, images[1]), locked(encoder, ids) as mine:
        assert mine == [ids[0], ids[2]]
