"""Plane geometry on pictures: homographies and bilinear sampling, in NumPy."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

Homography = NDArray[np.float64]
FloatPicture = NDArray[np.float32]


def single(values: NDArray[Any]) -> FloatPicture:
    """The values in single precision."""
    return np.asarray(values, np.float32)


def placement(
    *,
    turn: float,
    scale: float,
    aspect: float,
    shift: tuple[float, float],
    tilt: tuple[float, float],
    mirror: bool,
) -> Homography:
    """The 3 × 3 matrix from places on the new picture to places on the old one.

    Both pictures span −1 … 1. `turn` is in degrees, `scale` above 1 enlarges what is seen, `aspect` stretches
    its width, `shift` moves it (2 is the whole width), `tilt` is the perspective's slope along x and y.
    """
    angle = math.radians(turn)
    turning = np.array(
        [[math.cos(angle), -math.sin(angle), 0], [math.sin(angle), math.cos(angle), 0], [0, 0, 1]]
    )
    sizing = np.diag([(-1 if mirror else 1) / (scale * aspect), aspect / scale, 1.0])
    moving = np.array([[1, 0, -shift[0]], [0, 1, -shift[1]], [0, 0, 1]])
    tilting = np.array([[1, 0, 0], [0, 1, 0], [tilt[0], tilt[1], 1]])
    placed: Homography = sizing @ turning @ tilting @ moving
    return placed


def warp(picture: NDArray[np.uint8], to_old: Homography, side: int, fill: float) -> FloatPicture:
    """The picture (h, w, channels) seen through the homography, as (side, side, channels), 0 … 255.

    Places outside the old picture take the value `fill`.
    """
    height, width, channels = picture.shape
    framed = np.full((height + 2, width + 2, channels), fill, np.float32)
    framed[1:-1, 1:-1] = picture
    steps = (np.arange(side) + 0.5) * 2 / side - 1
    x, y = np.meshgrid(steps, steps)
    places = to_old @ np.stack([x.ravel(), y.ravel(), np.ones(side * side)])
    old_x, old_y = places[:2] / np.maximum(places[2], 1e-6)
    column = np.clip((old_x + 1) * width / 2 + 0.5, 0, width + 0.99999)
    row = np.clip((old_y + 1) * height / 2 + 0.5, 0, height + 0.99999)
    return _bilinear(framed, row, column).reshape(side, side, channels)


def _bilinear(picture: FloatPicture, row: NDArray[np.float64], column: NDArray[np.float64]) -> FloatPicture:
    width = picture.shape[1]
    flat = picture.reshape(-1, picture.shape[2])
    top, left = row.astype(np.int64), column.astype(np.int64)
    down = (row - top).astype(np.float32)[:, None]
    right = (column - left).astype(np.float32)[:, None]
    corner = top * width + left
    upper = flat.take(corner, 0) * (1 - right) + flat.take(corner + 1, 0) * right
    lower = flat.take(corner + width, 0) * (1 - right) + flat.take(corner + width + 1, 0) * right
    mixed: FloatPicture = upper * (1 - down) + lower * down
    return mixed
