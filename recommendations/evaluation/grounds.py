"""What a product may lie on or hang before, (side, side, 3) of 0 … 255."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from catalog.imaging import Pixels, resize
from recommendations.evaluation.perspective import FloatPicture

CORNER = 0.3
"""How much of a photo's sides is cut out: enough of the room, little of the garment in the middle."""


def corner_of(photo: Pixels, side: int, rng: Generator) -> FloatPicture:
    """One of the four corners of the photo, enlarged."""
    length = max(1, round(CORNER * min(photo.shape[:2])))
    down, across = rng.integers(0, 2, 2)
    rows = slice(-length, None) if down else slice(length)
    columns = slice(-length, None) if across else slice(length)
    return resize(photo[rows, columns], side, side).astype(np.float32)


def white(side: int, rng: Generator) -> FloatPicture:
    """A studio's."""
    return np.full((side, side, 3), 255, np.float32)


def floor(side: int, rng: Generator) -> FloatPicture:
    """Boards of wood: each with a tone of its own, a grain along it and a dark joint."""
    woods = np.array([[176, 132, 88], [120, 82, 52], [205, 172, 128], [96, 90, 86]], np.float32)
    width = int(rng.integers(side // 10, side // 4))
    across, along = np.arange(side)[:, None], np.arange(side)[None, :]
    tone = rng.normal(0, 9, side // width + 1)[across // width]
    waves = np.sin(along * 6 / side * rng.uniform(1, 3)) * 3
    grain = 5 * np.sin(across * rng.uniform(0.5, 1.4) + waves)
    boards = woods[rng.integers(4)] + (tone + grain - 45 * (across % width < 2))[..., None]
    return _pictured(boards + rng.normal(0, 3, (side, side, 1)))


def bed(side: int, rng: Generator) -> FloatPicture:
    """A sheet with soft folds, pale or of a strong colour."""
    colour = rng.uniform(170, 240, 3) if rng.random() < 0.6 else rng.uniform(20, 220, 3)
    y, x = np.mgrid[0:side, 0:side] / side
    folds = np.zeros((side, side))
    for phase in rng.uniform(0, 6, 4):
        slope_x, slope_y = rng.uniform(-18, 18, 2)
        folds += rng.uniform(3, 12) * np.sin(slope_x * x + slope_y * y + phase)
    return _pictured(colour + (folds + rng.normal(0, 4, (side, side)))[..., None])


def wall(side: int, rng: Generator) -> FloatPicture:
    """Painted plaster, lit from one side."""
    paint = rng.uniform(150, 215) + rng.normal(0, 8, 3)
    light = rng.uniform(-25, 25) * np.linspace(-1, 1, side)[None, :, None]
    return _pictured(paint + light + rng.normal(0, 4, (side, side, 1)))


GROUNDS: dict[str, Callable[[int, Generator], FloatPicture]] = {
    "white": white,
    "floor": floor,
    "bed": bed,
    "wall": wall,
}


def _pictured(values: NDArray[np.floating[Any]]) -> FloatPicture:
    return np.asarray(np.clip(values, 0, 255), np.float32)
