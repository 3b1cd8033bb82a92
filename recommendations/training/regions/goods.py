"""Products cut out of their studio shots, ready to be put into a scene."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, resize
from recommendations.training.cutout import foreground
from recommendations.training.datasets import DatasetError, ProductShot
from recommendations.training.pictures import read_picture
from recommendations.training.regions.kinds import kind_of

LARGEST = 160
SIZES = (LARGEST, 80, 40)
FULLEST = 0.93
"""A cut-out that covers more of its frame and shot than this is most likely a shot on another ground."""


@dataclass(frozen=True)
class Good:
    """A cut-out, tight in its longer direction: RGB and opacity, (size, size, 4), at each of SIZES."""

    kind: int
    layers: tuple[NDArray[np.uint8], ...]

    def layer(self, length: float) -> NDArray[np.uint8]:
        """The smallest one that still has `length` pixels along its side, so that little is skipped over."""
        return next((layer for layer in reversed(self.layers) if len(layer) >= length), self.layers[0])


def read_goods(shots: Sequence[ProductShot], progress: Callable[[int], object]) -> list[Good]:
    """Every shot that can be read and cut out; `progress` is told of each. Raises DatasetError."""
    goods = []
    for shot in shots:
        picture = read_picture(shot.path)
        good = None if picture is None else cut_out(picture, kind_of(shot.type))
        if good is not None:
            goods.append(good)
        progress(1)
    if not goods:
        raise DatasetError("None of the products can be read and cut out of a white ground.")
    return goods


def cut_out(picture: Pixels, kind: int) -> Good | None:
    """The product on a white ground, or None where it cannot be told from it."""
    product = foreground(picture)
    rows, columns = np.flatnonzero(product.any(axis=1)), np.flatnonzero(product.any(axis=0))
    if not len(rows) or product.all():
        return None
    inside = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    if product[inside].mean() > FULLEST and product.mean() > FULLEST:
        return None
    return Good(kind, tuple(_squared(picture[inside], product[inside], size) for size in SIZES))


def _squared(picture: Pixels, product: NDArray[np.bool_], size: int) -> NDArray[np.uint8]:
    height, width = product.shape
    longest = max(height, width)
    framed = np.zeros((longest, longest, 6), np.uint8)
    top, left = (longest - height) // 2, (longest - width) // 2
    opacity = product.astype(np.uint8)[..., None] * np.uint8(255)
    framed[top : top + height, left : left + width] = np.dstack([picture, opacity, opacity, opacity])
    colours, cover = (resize(framed[..., part], size, size) for part in (slice(0, 3), slice(3, 6)))
    return np.dstack([colours, cover[..., 0]])
