"""What a material looks like from near: small slopes of its surface, and small differences of its tone."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Final

import cv2
import numpy as np

from .camera import Plane
from .planes import blurred, slopes

_SIDE: Final = 320
"""Tiles are so many units wide and high."""


class Weave(StrEnum):
    SMOOTH = "smooth"
    JERSEY = "jersey"
    CANVAS = "canvas"
    TWILL = "twill"
    DENIM = "denim"
    KNIT = "knit"
    CABLE = "cable"
    RIB = "rib"
    FLEECE = "fleece"
    LEATHER = "leather"
    SUEDE = "suede"
    CORDUROY = "corduroy"
    STRAW = "straw"
    MESH = "mesh"
    SATIN = "satin"


Texture = tuple[Plane, Plane, Plane]
"""Slopes to the right and down, and the tone: 1 on average."""


@lru_cache(maxsize=16)
def texture(weave: Weave, scale: float, sideways: bool = False) -> Texture:
    """At so many pixels a unit; `sideways` is turned by a quarter."""
    side = round(_SIDE * scale)
    height, tone = _MAKERS[weave](side, scale)
    if sideways:
        height, tone = (np.ascontiguousarray(plane.T) for plane in (height, tone))
    right, down = slopes(height * np.float32(scale))
    return right, down, tone


def laid(plane: Plane, left: int, top: int, width: int, height: int) -> Plane:
    """The tile repeated over so many pixels."""
    rows = np.arange(top, top + height) % plane.shape[0]
    columns = np.arange(left, left + width) % plane.shape[1]
    return np.asarray(plane[rows[:, None], columns], np.float32)


def _speckle(side: int, seed: int, sigma: float = 0.0) -> Plane:
    noise = np.random.default_rng(seed).normal(0, 1, (side, side)).astype(np.float32)
    return noise if sigma < 0.3 else _even(blurred(noise, sigma))


def _even(noise: Plane) -> Plane:
    return np.asarray((noise - noise.mean()) / (noise.std() + 1e-6), np.float32)


def _axes(side: int, scale: float) -> tuple[Plane, Plane]:
    at = np.arange(side, dtype=np.float32) / scale
    return np.broadcast_to(at, (side, side)), np.broadcast_to(at[:, None], (side, side))


def _wave(at: Plane, period: float) -> Plane:
    # A whole number of repeats in the tile, so that its edges meet.
    repeats = max(1, round(_SIDE / period))
    return np.asarray(np.sin(at * np.float32(2 * np.pi * repeats / _SIDE)), np.float32)


def _smooth(side: int, scale: float) -> tuple[Plane, Plane]:
    return 0.02 * _speckle(side, 1, 1.2 * scale), 1 + 0.006 * _speckle(side, 2)


def _jersey(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    ribs = 0.10 * _wave(x, 2.5) * (0.7 + 0.3 * _wave(y, 3))
    return ribs + 0.05 * _speckle(side, 3, 0.5 * scale), 1 + 0.016 * _speckle(side, 4, 0.5)


def _canvas(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    weave = _wave(x, 3) * _wave(y, 3)
    uneven = _speckle(side, 5, 0.8 * scale)
    return 0.22 * weave + 0.08 * uneven, 1 + 0.03 * weave + 0.02 * _speckle(side, 6, 0.6 * scale)


def _twill(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    lines = _wave(x + y, 3.2)
    return 0.16 * lines + 0.05 * _speckle(side, 7, 0.5 * scale), 1 + 0.02 * lines


def _denim(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    lines = _wave(x - y, 3.4)
    slubs = _streaks(side, 8, 0.5 * scale, 9 * scale)
    tone = 1 + 0.07 * lines + 0.06 * slubs + 0.03 * _speckle(side, 9, 0.4 * scale)
    return 0.2 * lines + 0.06 * slubs, tone


def _knit(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    columns = _wave(x, 8)
    stitches = _wave(np.asarray(y + 2.6 * np.abs(_wave(x, 16)), np.float32), 6.5)
    height = (
        0.75 * np.abs(columns) + 0.35 * stitches * np.abs(columns) + 0.07 * _speckle(side, 10, 0.6 * scale)
    )
    return height, 1 + 0.05 * stitches * np.abs(columns) + 0.02 * _speckle(side, 11, 0.5 * scale)


def _cable(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    # Two strands that cross each other, in columns with plain knitting between them.
    strands = np.maximum(
        *(1 - np.abs(((x % 80) - 40 - side * 11 * _wave(y, 60)) / 9).clip(0, 1) ** 2 for side in (-1, 1))
    )
    knit, tone = _knit(side, scale)
    return np.asarray(5.5 * strands + knit * (1 - 0.6 * strands), np.float32), np.asarray(
        tone * (0.94 + 0.08 * strands), np.float32
    )


def _rib(side: int, scale: float) -> tuple[Plane, Plane]:
    x, _ = _axes(side, scale)
    ribs = np.tanh(1.8 * _wave(x, 6.4))
    return 0.75 * ribs + 0.05 * _speckle(side, 12, 0.5 * scale), 1 + 0.045 * ribs


def _fleece(side: int, scale: float) -> tuple[Plane, Plane]:
    fuzz = _speckle(side, 13, 1.0 * scale) + 0.7 * _speckle(side, 14, 2.6 * scale)
    return np.asarray(0.13 * fuzz, np.float32), 1 + 0.022 * _speckle(side, 15, 0.7 * scale)


def _leather(side: int, scale: float) -> tuple[Plane, Plane]:
    cells = _speckle(side, 16, 1.7 * scale)
    grain = np.abs(cells) ** np.float32(0.6)
    return 0.42 * grain + 0.25 * _speckle(side, 17, 7 * scale), 1 + 0.015 * _speckle(side, 18, 3 * scale)


def _suede(side: int, scale: float) -> tuple[Plane, Plane]:
    brushed = _speckle(side, 19, 9 * scale)
    return 0.1 * _speckle(side, 20, 0.7 * scale), 1 + 0.04 * brushed + 0.035 * _speckle(side, 21, 0.6 * scale)


def _corduroy(side: int, scale: float) -> tuple[Plane, Plane]:
    x, _ = _axes(side, scale)
    wales = np.tanh(1.6 * _wave(x, 7.5))
    return 0.9 * wales + 0.08 * _speckle(side, 22, 0.6 * scale), 1 + 0.07 * wales


def _straw(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    plait = _wave(x, 9) * _wave(y, 9)
    strands = _wave(x + y, 2.5) * (plait > 0) + _wave(x - y, 2.5) * (plait <= 0)
    return 0.9 * np.abs(plait) + 0.15 * strands, 1 + 0.1 * plait + 0.04 * _speckle(side, 23, 0.6 * scale)


def _mesh(side: int, scale: float) -> tuple[Plane, Plane]:
    x, y = _axes(side, scale)
    holes = np.maximum(_wave(x, 5) * _wave(y, 5), 0) ** np.float32(0.7)
    return -0.4 * holes, 1.05 - 0.22 * holes


def _satin(side: int, scale: float) -> tuple[Plane, Plane]:
    sheen = _streaks(side, 24, 14 * scale, 1.2 * scale)
    return 0.03 * sheen, 1 + 0.012 * _speckle(side, 25)


def _streaks(side: int, seed: int, along_x: float, along_y: float) -> Plane:
    noise = np.random.default_rng(seed).normal(0, 1, (side, side)).astype(np.float32)
    blur = cv2.GaussianBlur(noise, (0, 0), sigmaX=max(along_x, 0.3), sigmaY=max(along_y, 0.3))
    return _even(np.asarray(blur, np.float32))


_MAKERS: Final[dict[Weave, Callable[[int, float], tuple[Plane, Plane]]]] = {
    Weave.SMOOTH: _smooth,
    Weave.JERSEY: _jersey,
    Weave.CANVAS: _canvas,
    Weave.TWILL: _twill,
    Weave.DENIM: _denim,
    Weave.KNIT: _knit,
    Weave.CABLE: _cable,
    Weave.RIB: _rib,
    Weave.FLEECE: _fleece,
    Weave.LEATHER: _leather,
    Weave.SUEDE: _suede,
    Weave.CORDUROY: _corduroy,
    Weave.STRAW: _straw,
    Weave.MESH: _mesh,
    Weave.SATIN: _satin,
}
