"""What goods lie on, hang before or stand on. Every ground is (side, side, 3), float32, 0 … 255."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from catalog.imaging import Pixels, resize
from recommendations.training.warp import FloatPicture, single

TWO_GROUNDS = 0.35


def ground(photos: Sequence[Pixels], side: int, rng: Generator) -> FloatPicture:
    """One ground, or two that meet in a line, as a bed and a wall do."""
    first = _one(photos, side, rng)
    if rng.random() > TWO_GROUNDS:
        return first
    return np.where(_half_plane(side, rng), first, _one(photos, side, rng))


def edge_of(photo: Pixels, side: int, rng: Generator) -> FloatPicture:
    """A piece from the photo's edge, where there is mostly floor, furniture or wall."""
    height, width = photo.shape[:2]
    tall, wide = (max(8, int(length * rng.uniform(0.16, 0.42))) for length in (height, width))
    top, left = int(rng.integers(0, height - tall + 1)), int(rng.integers(0, width - wide + 1))
    if rng.random() < 0.5:
        top = 0 if rng.random() < 0.5 else height - tall
    else:
        left = 0 if rng.random() < 0.5 else width - wide
    piece = photo[top : top + tall, left : left + wide]
    if rng.random() < 0.5:
        piece = piece[:, ::-1]
    return single(resize(piece, side, side))


def _one(photos: Sequence[Pixels], side: int, rng: Generator) -> FloatPicture:
    kind = rng.random()
    if kind < 0.62:
        return edge_of(photos[int(rng.integers(len(photos)))], side, rng)
    if kind < 0.72:
        return _boards(side, rng)
    if kind < 0.86:
        return _cloth(side, rng)
    level = rng.uniform(225, 255) if rng.random() < 0.5 else rng.uniform(20, 255)
    return single(np.full((side, side, 3), level + rng.normal(0, 6, 3)).clip(0, 255))


def _half_plane(side: int, rng: Generator) -> FloatPicture:
    angle, reach = rng.uniform(0, 2 * np.pi), rng.uniform(-0.35, 0.35)
    across = np.linspace(-0.5, 0.5, side)
    distance = across[None, :] * np.cos(angle) + across[:, None] * np.sin(angle)
    return single(distance > reach)[..., None].astype(bool)


def _boards(side: int, rng: Generator) -> FloatPicture:
    """Planks or tiles: stripes with a tone of their own, dark joints between."""
    width = int(rng.integers(max(3, side // 12), side // 3))
    place = np.arange(side)
    tone = rng.normal(0, rng.uniform(3, 16), side // width + 2)[place // width]
    stripes = tone + np.where(place % width < max(1, side // 120), -rng.uniform(15, 60), 0)
    colour = np.array([rng.uniform(60, 210), 0, 0])
    colour[1:] = colour[0] * rng.uniform([0.72, 0.45], [1.0, 1.0])
    plane = np.broadcast_to(stripes[:, None], (side, side))
    if rng.random() < 0.3:
        plane = plane + plane.T
    floor = colour + (plane if rng.random() < 0.5 else plane.T)[..., None]
    return single((floor + rng.normal(0, 5, (side, side, 1))).clip(0, 255))


def _cloth(side: int, rng: Generator) -> FloatPicture:
    """Soft folds and blotches on a plain or strong colour."""
    colour = rng.uniform(150, 245) + rng.normal(0, 12, 3) if rng.random() < 0.6 else rng.uniform(20, 230, 3)
    cells = int(rng.integers(3, 14))
    folds = rng.normal(128, rng.uniform(6, 30), (cells, cells, 1)).clip(0, 255).astype(np.uint8)
    soft = resize(np.repeat(folds, 3, axis=2), side, side).astype(np.float32) - 128
    return single((colour + soft + rng.normal(0, 4, (side, side, 1))).clip(0, 255))
