"""Smooth randomness, the same for the same seed: the raw material of folds, grain and weave."""

from functools import lru_cache
from typing import Final

import cv2
import numpy as np

from .camera import Camera, Plane, Window
from .outline import HEIGHT, WIDTH

_REACH: Final = 1300.0
_FINE: Final = 4.0
"""Units covered by the grid, and by one of its fine cells."""


def smooth_noise(
    camera: Camera, window: Window, *, seed: int, across: float, along: float, turn: float = 0.0
) -> Plane:
    """Bumps of `across` by `along` units, from about -1 to 1, turned by so many degrees clockwise."""
    grid = _grid(seed, across, along)
    angle = np.deg2rad(turn)
    cos, sin = np.cos(angle) / _FINE, np.sin(angle) / _FINE
    # Pixels → units → turned about the middle of the picture → cells of the grid.
    x0 = window.left / camera.scale + camera.left - WIDTH / 2
    y0 = window.top / camera.scale + camera.top - HEIGHT / 2
    step, half = 1 / camera.scale, _REACH / _FINE / 2
    matrix = np.array(
        [
            [cos * step, sin * step, cos * x0 + sin * y0 + half],
            [-sin * step, cos * step, -sin * x0 + cos * y0 + half],
        ]
    )
    size = (window.width, window.height)
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    return np.asarray(cv2.warpAffine(grid, matrix, size, flags=flags, borderMode=cv2.BORDER_WRAP), np.float32)


@lru_cache(maxsize=32)
def _grid(seed: int, across: float, along: float) -> Plane:
    columns, rows = int(_REACH / across) + 4, int(_REACH / along) + 4
    cells = np.random.default_rng(seed).uniform(-1, 1, (rows, columns)).astype(np.float32)
    # Here and not while turning, where positions are rounded and would show as steps.
    size = (round(columns * across / _FINE), round(rows * along / _FINE))
    return np.asarray(cv2.resize(cells, size, interpolation=cv2.INTER_CUBIC), np.float32)
