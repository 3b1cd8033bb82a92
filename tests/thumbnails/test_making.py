"""Due images → files of the right sizes, or a reason."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.utils import timezone

from catalog.imaging import PictureBusy, Pixels, digest, open_picture
from catalog.models import Product, ProductImage
from catalog.services import stored_pictures, thumbnails
from catalog.services.thumbnails import (
    FIRST_WAIT,
    LONGEST_WAIT,
    ThumbnailReport,
    make_all_anew,
    make_due_thumbnails,
    retry_failed,
    wait_after,
)
from catalog.thumbnails import folder_of, thumbnail_files
from tests.embedding.files import break_bytes, lose, overwrite, replace
from tests.factories import make_jpeg

from .conftest import MUCH_LATER, store, stored_names

NOW = datetime(2100, 1, 1, tzinfo=UTC)


def sizes_of(image: ProductImage) -> dict[str, tuple[int, int]]:
    """Width and height of each thumbnail by the last part of its name."""
    sizes = {}
    for file in thumbnail_files(image):
        with image.file.storage.open(file.name) as stored:
            height, width = open_picture(stored.read()).shape[:2]
        sizes[file.name.rpartition("/")[2]] = (width, height)
    return sizes


def test_every_width_is_made_once(image: ProductImage) -> None:
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(made=1)
    image.refresh_from_db()
    assert image.thumbnail_widths == [160, 320]
    sizes = sizes_of(image)
    assert list(sizes) == ["160w.webp", "320w.webp", "360w.jpeg"]
    for width, (made, height) in zip([160, 320, 360], sizes.values(), strict=True):
        assert abs(made - width) <= 1  # the library rounds by whole pixels of the height
        assert abs(made / height - 360 / 480) < 0.01
    assert make_due_thumbnails(now=MUCH_LATER) == ThumbnailReport()


def test_a_wide_picture_is_shrunk_to_the_widest_there_is(product: Product) -> None:
    image = store(product, width=2600, height=1300)
    make_due_thumbnails(now=NOW)
    sizes = sizes_of(image)
    assert sizes["1280w.webp"] == (1280, 640)
    assert sizes["1200w.jpeg"] == (1200, 600)


def test_the_thumbnail_shows_the_picture(ready: ProductImage) -> None:
    small = thumbnail_files(ready)[0]
    with ready.file.storage.open(small.name) as file, ready.file.open() as original:
        seen, meant = open_picture(file.read()), open_picture(original.read())
    assert abs(seen[100, 80].astype(int) - meant[240, 180].astype(int)).max() < 8
    assert abs(seen[5, 5].astype(int) - meant[10, 10].astype(int)).max() < 8


def test_a_storage_without_paths_serves_as_well(memory: InMemoryStorage, image: ProductImage) -> None:
    make_due_thumbnails(now=NOW)
    folder = folder_of(image.pk, image.digest)
    assert stored_names(memory, folder) == {
        f"{folder}/{name}" for name in ("160w.webp", "320w.webp", "360w.jpeg")
    }


def test_a_small_picture_needs_none(product: Product) -> None:
    image = store(product, width=100, height=100)
    assert (image.thumbnails_due_at, image.thumbnail_widths) == (None, [])


def test_a_small_picture_of_before_is_seen_to_without_being_opened(product: Product) -> None:
    image = store(product, width=100, height=100)
    ProductImage.objects.update(thumbnails_due_at=NOW)
    lose(image)
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(made=1)


def test_a_corrupt_picture_has_a_reason_and_stops_nobody(product: Product) -> None:
    broken, fine = store(product), store(product, seed=2)
    break_bytes(broken)
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(made=1, failed=1)
    broken.refresh_from_db()
    fine.refresh_from_db()
    assert "could not open" in broken.thumbnail_error
    assert (broken.thumbnail_widths, fine.thumbnail_widths) == ([], [160, 320])


def test_a_failed_picture_is_tried_again_and_ever_less_often(image: ProductImage) -> None:
    whole = make_jpeg(seed=1, width=360, height=480)
    break_bytes(image)
    make_due_thumbnails(now=NOW)
    assert make_due_thumbnails(now=NOW + FIRST_WAIT - timedelta(seconds=1)).taken == 0
    assert make_due_thumbnails(now=NOW + FIRST_WAIT).failed == 1
    assert make_due_thumbnails(now=NOW + 2 * FIRST_WAIT).taken == 0
    overwrite(image, whole)
    ProductImage.objects.update(digest=digest(whole))
    assert make_due_thumbnails(now=NOW + LONGEST_WAIT).made == 1
    image.refresh_from_db()
    assert (image.thumbnail_error, image.thumbnail_attempts) == ("", 0)


def test_the_wait_grows_to_a_day_and_no_further() -> None:
    assert [wait_after(attempts) for attempts in (1, 2, 3)] == [FIRST_WAIT, 4 * FIRST_WAIT, 16 * FIRST_WAIT]
    assert wait_after(30_000) == LONGEST_WAIT


@pytest.mark.parametrize("happen", [lose, lambda image: overwrite(image, make_jpeg(seed=9))])
def test_a_file_that_is_gone_or_changed_has_a_reason(image: ProductImage, happen: object) -> None:
    happen(image)  # type: ignore[operator]
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(failed=1)
    image.refresh_from_db()
    assert "missing" in image.thumbnail_error or "changed" in image.thumbnail_error


@pytest.mark.parametrize("place", ["read", "open", "save"])
def test_a_storage_that_fails_costs_no_attempt(
    image: ProductImage, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def fail(*args: object, **kwargs: object) -> bytes:
        raise PictureBusy if place == "open" else ConnectionError("no route to the bucket")

    where = {
        "read": (stored_pictures, "_read"),
        "open": (thumbnails, "open_picture"),
        "save": (default_storage, "save"),
    }
    monkeypatch.setattr(*where[place], fail)
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(postponed=1)
    image.refresh_from_db()
    assert image.thumbnail_attempts == 0
    assert image.thumbnail_error
    monkeypatch.undo()
    assert make_due_thumbnails(now=NOW + timedelta(minutes=2)) == ThumbnailReport(made=1)


def test_a_picture_that_kills_is_left_alone_for_a_while(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(data: bytes, *, side: int) -> Pixels:
        raise Killed

    deadly = store(product)
    monkeypatch.setattr(thumbnails, "open_picture", die)
    with pytest.raises(Killed):
        make_due_thumbnails(now=NOW)
    monkeypatch.undo()
    other = store(product, seed=2)
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(made=1)
    deadly.refresh_from_db()
    other.refresh_from_db()
    assert (deadly.thumbnail_attempts, other.thumbnail_widths) == (1, [160, 320])


@pytest.mark.parametrize("happen", [lambda image: replace(image, seed=7), ProductImage.delete])
def test_what_was_made_of_a_picture_that_went_meanwhile_goes_too(
    image: ProductImage, memory: InMemoryStorage, monkeypatch: pytest.MonkeyPatch, happen: object
) -> None:
    image = store(image.product, seed=3)
    ProductImage.objects.exclude(pk=image.pk).delete()

    def open_late(data: bytes, *, side: int) -> Pixels:
        happen(ProductImage.objects.get(pk=image.pk))  # type: ignore[operator]
        return open_picture(data, side=side)

    monkeypatch.setattr(thumbnails, "open_picture", open_late)
    assert make_due_thumbnails(now=NOW, limit=1) == ThumbnailReport(postponed=1)
    assert not any(name.startswith("thumbnails/") for name in stored_names(memory))
    assert not ProductImage.objects.exclude(thumbnail_widths=[]).exists()


def test_all_can_be_made_anew(ready: ProductImage) -> None:
    assert make_all_anew(now=timezone.now()) == 1
    ready.refresh_from_db()
    assert ready.thumbnail_widths == []
    assert make_due_thumbnails(now=timezone.now()) == ThumbnailReport(made=1)


def test_failed_ones_can_be_asked_for_at_once(image: ProductImage) -> None:
    lose(image)
    make_due_thumbnails(now=NOW)
    assert retry_failed(now=NOW) == 1
    assert make_due_thumbnails(now=NOW) == ThumbnailReport(failed=1)


def test_a_failure_is_logged(image: ProductImage, caplog: pytest.LogCaptureFixture) -> None:
    lose(image)
    with caplog.at_level(logging.WARNING):
        make_due_thumbnails(now=NOW)
    assert f"Image {image.pk} has no thumbnails" in caplog.text
