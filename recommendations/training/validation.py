"""How well a network does on pictures that it is not taught from, while it learns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import keras
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, square
from recommendations.training.cutout import foreground
from recommendations.training.datasets import PhonePhoto, ProductShot, watched
from recommendations.training.labels import right_labels, targets
from recommendations.training.looks import chunks, outputs
from recommendations.training.pictures import read_picture
from recommendations.training.views import phone_view

MOST_SHOTS = 600
MOST_PHOTOS = 400
Rows = NDArray[np.float32]
Items = Sequence[ProductShot | PhonePhoto]
_Item = TypeVar("_Item", ProductShot, PhonePhoto)


@dataclass(frozen=True)
class Validation:
    """Watched items and their pictures, (n, side, side, 3) in 0 … 255: shots, phone views of them, photos."""

    shots: Sequence[ProductShot]
    photos: Sequence[PhonePhoto]
    shot_pixels: Rows
    view_pixels: Rows
    photo_pixels: Rows

    def right(self, labels: Mapping[str, Sequence[str]]) -> dict[str, Rows]:
        """For each head (shots + photos, labels), 1 where a label is right."""
        items: Items = [*self.shots, *self.photos]
        known = [right_labels(item) for item in items]
        return {head: targets(known, head, names) for head, names in labels.items()}

    def figures(self, network: keras.Model, labels: Mapping[str, Sequence[str]]) -> dict[str, float]:
        """The share of pictures named rightly by each head, and of views that find their shot ("item")."""
        n, known = len(self.shots), len(self.shots) + len(self.photos)
        pictures = np.concatenate([self.shot_pixels, self.photo_pixels, self.view_pixels])
        seen = outputs(network, chunks(pictures))
        shots, views = seen["embedding"][:n], seen["embedding"][known:]
        found = (views @ shots.T).argmax(axis=1) == np.arange(n)
        named = {head: share_named(seen[head][:known], right) for head, right in self.right(labels).items()}
        return {"item": float(found.mean()), **named}


def read_validation(items: Items, *, side: int) -> Validation | None:
    """Up to MOST_SHOTS and MOST_PHOTOS of the items that are watched; None when no shot is."""
    chosen = [item for item in items if watched(item)]
    shots = _read([item for item in chosen if isinstance(item, ProductShot)][:MOST_SHOTS], side)
    photos = _read([item for item in chosen if isinstance(item, PhonePhoto)][:MOST_PHOTOS], side)
    if not shots:
        return None
    rng = np.random.default_rng(0)
    grounds = [pixels for _, pixels in photos or shots]
    views = [
        phone_view(pixels, foreground(pixels), grounds[row % len(grounds)], side, rng)
        for row, (_, pixels) in enumerate(shots)
    ]
    return Validation(
        shots=[shot for shot, _ in shots],
        photos=[photo for photo, _ in photos],
        shot_pixels=_stacked([pixels for _, pixels in shots], side),
        view_pixels=_stacked(views, side),
        photo_pixels=_stacked([pixels for _, pixels in photos], side),
    )


def _read(items: Sequence[_Item], side: int) -> list[tuple[_Item, Pixels]]:
    return [
        (item, square(picture, side)) for item in items if (picture := read_picture(item.path)) is not None
    ]


def _stacked(pictures: Sequence[NDArray[Any]], side: int) -> Rows:
    return np.array(pictures, np.float32).reshape(-1, side, side, 3)


def share_named(logits: Rows, right: Rows) -> float:
    """How often the likeliest label is a right one, over the rows that have any; 0 when none has."""
    known = right.any(axis=1)
    if not known.any():
        return 0.0
    return float(right[known, logits[known].argmax(axis=1)].mean())
