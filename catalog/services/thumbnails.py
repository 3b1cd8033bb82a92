"""Images that are due → thumbnails.

The rows are the queue, messages only wake a worker: it takes the next image that is due and moves its hour on
before opening it, so that two workers never hold the same one, and a picture that kills its worker comes up
again later, and less and less often.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final, Self

from django.db import transaction
from django.db.models import QuerySet

from catalog.imaging import PictureBusy, PictureError, as_pillow, open_picture

from ..models import ProductImage
from ..thumbnails import WIDTHS, thumbnail_files, unmade, widths_within
from .stored_files import remove_thumbnails
from .stored_pictures import StoredPictureError, read_stored

logger = logging.getLogger(__name__)

BATCH: Final = 16
"""Images a message: enough to make round trips cheap, few enough to let other work in between."""
MOST_MESSAGES: Final = 64
FIRST_WAIT: Final = timedelta(minutes=5)
"""Longer than any picture takes: until then it belongs to the worker that took it."""
LONGEST_WAIT: Final = timedelta(days=1)
STORAGE_WAIT: Final = timedelta(minutes=1)
MOST_LETTERS: Final = 300


@dataclass(frozen=True, slots=True)
class ThumbnailReport:
    """Images: with thumbnails now, refused with a reason, put off because the storage or a core failed."""

    made: int = 0
    failed: int = 0
    postponed: int = 0

    @property
    def taken(self) -> int:
        return self.made + self.failed + self.postponed

    def __add__(self, other: Self) -> "ThumbnailReport":
        return ThumbnailReport(
            self.made + other.made, self.failed + other.failed, self.postponed + other.postponed
        )


def messages_for(images: int) -> int:
    """How many messages to send for so many images that are due. One too many finds nothing to do."""
    return min(ceil(images / BATCH), MOST_MESSAGES)


def make_due_thumbnails(*, now: datetime, limit: int = BATCH) -> ThumbnailReport:
    """Makes the thumbnails of up to `limit` images that are due, those longest due first.

    Not inside a transaction, which would hide from other workers who has which.
    """
    report = ThumbnailReport()
    while report.taken < limit and (image := _take(now)):
        report += _make(image, now)
    return report


def make_all_anew(*, now: datetime) -> int:
    """Makes every image due, those that failed too; how many. Pages show the originals meanwhile."""
    images = ProductImage.objects.filter(width__gte=min(WIDTHS))
    return images.update(**unmade(width=min(WIDTHS), now=now))


def retry_failed(*, now: datetime) -> int:
    """Makes those that failed due at once; how many."""
    return ProductImage.objects.thumbnails_failed().update(thumbnails_due_at=now)


def wait_after(attempts: int) -> timedelta:
    """Until an image is tried again that was tried so often."""
    grown: timedelta = FIRST_WAIT * 4 ** min(attempts - 1, 10)
    return min(grown, LONGEST_WAIT)


def _take(now: datetime) -> ProductImage | None:
    with transaction.atomic():
        due = ProductImage.objects.thumbnails_due(now=now).select_for_update(skip_locked=True)
        image = due.order_by("thumbnails_due_at", "pk").first()
        if image:
            image.thumbnail_attempts += 1
            image.thumbnails_due_at = now + wait_after(image.thumbnail_attempts)
            image.save(update_fields=["thumbnail_attempts", "thumbnails_due_at"])
    return image


def _make(image: ProductImage, now: datetime) -> ThumbnailReport:
    try:
        widths = _store(image)
    except StoredPictureError as error:
        return _postpone(image, str(error), now) if error.may_recover else _fail(image, str(error))
    except PictureBusy as error:
        return _postpone(image, str(error), now)
    except PictureError as error:
        return _fail(image, str(error))
    except Exception as error:  # storages raise whatever their client library raises
        return _postpone(image, f"{type(error).__name__}: {error}", now)
    return _finish(image, widths)


def _store(image: ProductImage) -> list[int]:
    widths = widths_within(image.width)
    if widths:
        data = read_stored(str(image.file), digest=image.digest)
        picture = as_pillow(open_picture(data, side=_shorter_side(image, max(widths))))
        for file in thumbnail_files(image):
            file.save(picture)
    return widths


def _shorter_side(image: ProductImage, width: int) -> int:
    """Of the picture when it is scaled to `width`."""
    return ceil(width * min(1.0, image.height / image.width))


def _finish(image: ProductImage, widths: list[int]) -> ThumbnailReport:
    done = {"thumbnail_widths": widths, "thumbnails_due_at": None}
    if _same(image).update(**done, thumbnail_attempts=0, thumbnail_error=""):
        return ThumbnailReport(made=1)
    # Meanwhile the row went, or got another picture: nobody else knows of these files.
    remove_thumbnails(image)
    return ThumbnailReport(postponed=1)


def _fail(image: ProductImage, reason: str) -> ThumbnailReport:
    logger.warning("Image %s has no thumbnails: %s", image.pk, reason)
    _same(image).update(thumbnail_error=reason[:MOST_LETTERS])
    return ThumbnailReport(failed=1)


def _postpone(image: ProductImage, reason: str, now: datetime) -> ThumbnailReport:
    logger.warning("The thumbnails of image %s are left for later: %s", image.pk, reason)
    _same(image).update(
        thumbnail_error=reason[:MOST_LETTERS],
        thumbnail_attempts=image.thumbnail_attempts - 1,
        thumbnails_due_at=now + STORAGE_WAIT,
    )
    return ThumbnailReport(postponed=1)


def _same(image: ProductImage) -> QuerySet[ProductImage]:
    """The row, while it holds the picture that was taken."""
    return ProductImage.objects.filter(pk=image.pk, digest=image.digest, file=image.file.name)
