"""What is measured on: the pictures that no training touched, and test pictures made of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from catalog.imaging import PictureError, Pixels, encode_jpeg, open_picture, square
from recommendations.evaluation.distortions import (
    PHOTO_SIDE,
    PhoneLike,
    as_pixels,
    cut_out,
    pasted,
    phone_like,
)
from recommendations.evaluation.grounds import GROUNDS
from recommendations.evaluation.near_identical import Fingerprints, fingerprints, near_identical
from recommendations.evaluation.perspective import seen_at
from recommendations.training.datasets import DatasetError, PhonePhoto, ProductShot, held_out, watched
from recommendations.training.labels import NO_LABEL

NEIGHBOURS = 5
PHONE_LIKE_QUERIES = 600
STAGED_PRODUCTS = 150
STAGED_SIDE = 340
Progress = Callable[[int], object]
_Item = TypeVar("_Item", ProductShot, PhonePhoto)


@dataclass(frozen=True)
class Gallery:
    """Pictures are files, or JPEG bytes where they were made for the test; none is held decoded."""

    shots: Sequence[ProductShot]
    photos: Sequence[PhonePhoto]
    phone_like: Sequence[PhoneLike]
    phone_like_of: Sequence[int]
    """The row of `shots` of each."""
    staged: Sequence[Sequence[bytes]]
    """Some products, each once on every one of GROUNDS."""
    staged_of: Sequence[int]
    """The row of `shots` of each."""
    ignored: int
    """Held-out pictures that are left out, being nearly the same as one that is trained on."""

    @property
    def pictures(self) -> int:
        return len(self.shots) + len(self.photos) + len(self.phone_like) + len(self.staged) * len(GROUNDS)


def read_gallery(
    products: Sequence[ProductShot], photos: Sequence[PhonePhoto], progress: Progress = lambda pictures: None
) -> Gallery:
    """The readable pictures of the held-out third; `progress` is told of each picture looked at.

    Raises DatasetError when a kind has too few.
    """
    shots, unseen_photos = _unseen(products, progress), _unseen(photos, progress)
    labelled = [photo for photo in unseen_photos.items if photo.label not in NO_LABEL]
    if min(len(shots.items), len(labelled)) <= NEIGHBOURS:
        raise DatasetError(f"Over {NEIGHBOURS} held-out pictures of each kind are needed to measure on.")
    order = [
        row for row in np.random.default_rng(0).permutation(len(shots.items)) if not watched(shots.items[row])
    ]
    asked = [int(row) for row in order[:PHONE_LIKE_QUERIES]]
    put_on = [int(row) for row in order[:STAGED_PRODUCTS]]
    return Gallery(
        shots=shots.items,
        photos=labelled,
        phone_like=[_phone_like(shots.items[row], unseen_photos.items, row) for row in asked],
        phone_like_of=asked,
        staged=[_staged(shots.items[row], row) for row in put_on],
        staged_of=put_on,
        ignored=shots.ignored + unseen_photos.ignored,
    )


def opened(item: ProductShot | PhonePhoto) -> Pixels:
    """The item's picture. Raises PictureError, OSError."""
    return open_picture(item.path.read_bytes())


@dataclass(frozen=True)
class _Unseen(Generic[_Item]):
    items: list[_Item]
    ignored: int


def _unseen(items: Sequence[_Item], progress: Progress) -> _Unseen[_Item]:
    """The held-out items that can be read and have no near-identical picture among those trained on."""
    kept, prints = _fingerprinted([item for item in items if held_out(item)], progress)
    _, trained_on = _fingerprinted([item for item in items if not held_out(item)], progress)
    twins = near_identical(prints, trained_on)
    return _Unseen([item for item, twin in zip(kept, twins, strict=True) if not twin], int(twins.sum()))


def _fingerprinted(items: Sequence[_Item], progress: Progress) -> tuple[list[_Item], Fingerprints]:
    readable: list[_Item] = []

    def pictures() -> Iterator[Pixels]:
        for item in items:
            progress(1)
            with suppress(PictureError, OSError):
                picture = opened(item)
                readable.append(item)
                yield picture

    prints = fingerprints(pictures())
    return readable, prints


def _phone_like(shot: ProductShot, photos: Sequence[PhonePhoto], row: int) -> PhoneLike:
    photo = photos[int(np.random.default_rng([row, 1]).integers(len(photos)))]
    return phone_like(opened(shot), opened(photo), seed=row)


def _staged(shot: ProductShot, row: int) -> list[bytes]:
    """The product in one place on every ground, upright and in the same light."""
    start, end = (PHOTO_SIDE - STAGED_SIDE) / 2, (PHOTO_SIDE + STAGED_SIDE) / 2
    corners = np.array([[start, start], [end, start], [end, end], [start, end]])
    product = seen_at(corners, cut_out(square(opened(shot), STAGED_SIDE)), PHOTO_SIDE)
    rng = np.random.default_rng([row, 2])
    return [encode_jpeg(as_pixels(pasted(product, draw(PHOTO_SIDE, rng))), 90) for draw in GROUNDS.values()]
