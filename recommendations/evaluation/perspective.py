"""Seeing a flat picture in perspective."""

import numpy as np
from numpy.typing import NDArray

FloatPicture = NDArray[np.float32]
Points = NDArray[np.float64]


def homography(source: Points, target: Points) -> Points:
    """The 3 × 3 matrix that takes each of four points to its target; both (4, 2), x and y."""
    rows, values = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    matrix: Points = np.append(np.linalg.solve(np.array(rows), np.array(values)), 1).reshape(3, 3)
    return matrix


def seen_at(corners: Points, picture: FloatPicture, side: int) -> FloatPicture:
    """The picture (h, w, channels) with its corners at these pixels of a square of `side`; 0 around it.

    `corners`: (4, 2), x and y of top left, top right, bottom right, bottom left.
    """
    height, width, channels = picture.shape
    own = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    y, x = np.mgrid[0:side, 0:side] + 0.5
    places = homography(corners, own) @ np.stack([x.ravel(), y.ravel(), np.ones(side * side)])
    # What the plane has behind the eye gets a place far outside.
    depth = np.where(places[2] > 1e-9, places[2], 1e-9)
    return _between_pixels(picture, places[0] / depth, places[1] / depth).reshape(side, side, channels)


def _between_pixels(picture: FloatPicture, x: Points, y: Points) -> FloatPicture:
    """Bilinear values at these places, (places, channels); outside of the picture is 0."""
    height, width = picture.shape[:2]
    framed = np.pad(picture, ((1, 2), (1, 2), (0, 0)))
    column, row = np.clip(x + 0.5, 0, width + 1), np.clip(y + 0.5, 0, height + 1)
    left, top = column.astype(np.int64), row.astype(np.int64)
    across = (column - left).astype(np.float32)[:, None]
    down = (row - top).astype(np.float32)[:, None]
    flat, below = framed.reshape(-1, framed.shape[2]), framed.shape[1]
    corner = top * below + left
    upper = flat.take(corner, 0) * (1 - across) + flat.take(corner + 1, 0) * across
    lower = flat.take(corner + below, 0) * (1 - across) + flat.take(corner + below + 1, 0) * across
    mixed: FloatPicture = upper * (1 - down) + lower * down
    return mixed
