"""Photos of two or three goods side by side, made apart from the scenes that training makes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from catalog.imaging import Pixels, encode_jpeg, open_picture, square
from recommendations.evaluation.distortions import PHOTO_SIDE, as_pixels, cut_out, pasted
from recommendations.evaluation.grounds import corner_of
from recommendations.evaluation.perspective import FloatPicture, seen_at

HALF = PHOTO_SIDE / 2
SLOTS = {
    2: (((0.5, 1), (1.5, 1)), ((1, 0.5), (1, 1.5))),
    3: (
        ((0.5, 0.5), (1.5, 0.5), (1, 1.5)),
        ((0.5, 0.5), (0.5, 1.5), (1.5, 1)),
        ((1, 0.5), (0.5, 1.5), (1.5, 1.5)),
    ),
}
"""Middles of the goods in halves of the photo, from the left and from the top."""


@dataclass(frozen=True)
class Composed:
    """`boxes`: left, top, right, bottom of each good as fractions, (n, 4)."""

    picture: Pixels
    boxes: NDArray[np.float32]


def compose(shots: Sequence[Pixels], photo: Pixels, *, seed: int) -> Composed:
    """The products of two or three shots on a corner of the photo. The same for the same seed."""
    rng = default_rng(seed)
    scene = corner_of(photo, PHOTO_SIDE, rng)
    layouts = SLOTS[len(shots)]
    boxes = []
    for shot, middle in zip(shots, layouts[int(rng.integers(len(layouts)))], strict=True):
        product = cut_out(square(shot, 320))
        seen = seen_at(_corners(middle, _extent(product), rng), product, PHOTO_SIDE)
        scene = pasted(seen, scene)
        boxes.append(_edges(seen[..., 3] >= 0.5))
    lit = (scene - 128) * rng.uniform(0.7, 1.3) + 128 * rng.uniform(0.7, 1.25)
    noisy = lit * rng.uniform(0.88, 1.12, 3) + rng.normal(0, 6, scene.shape)
    jpeg = encode_jpeg(as_pixels(noisy.astype(np.float32)), int(rng.integers(45, 86)))
    return Composed(open_picture(jpeg), np.array(boxes, np.float32))


def _extent(product: FloatPicture) -> float:
    """How much of its shot's longer side the product takes."""
    left, top, right, bottom = _edges(product[..., 3] >= 0.5)
    return max(right - left, bottom - top)


def _corners(middle: tuple[float, float], extent: float, rng: Generator) -> NDArray[np.float64]:
    """Where the shot's corners come to lie: the product takes 60 to 85 % of half of the photo, turned."""
    angle = np.radians(rng.uniform(-20, 20))
    turning = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    reach = HALF * rng.uniform(0.6, 0.85) / extent / 2
    level = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * reach
    moved = np.array(middle) * HALF + rng.uniform(-12, 12, 2)
    corners: NDArray[np.float64] = level @ turning.T + moved + rng.uniform(-12, 12, (4, 2))
    return corners


def _edges(product: NDArray[np.bool_]) -> tuple[float, float, float, float]:
    side = len(product)
    rows, columns = np.flatnonzero(product.any(axis=1)), np.flatnonzero(product.any(axis=0))
    left, right = float(columns[0]) / side, float(columns[-1] + 1) / side
    return left, float(rows[0]) / side, right, float(rows[-1] + 1) / side
