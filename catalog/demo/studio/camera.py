"""From garment units to pixels, and which part of the picture a piece covers."""

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from .outline import HEIGHT, WIDTH, Points

Plane = npt.NDArray[np.float32]
"""One number a pixel."""


class Window(NamedTuple):
    """Pixels from `left` and `top` on."""

    left: int
    top: int
    width: int
    height: int

    @property
    def cut(self) -> tuple[slice, slice]:
        return slice(self.top, self.top + self.height), slice(self.left, self.left + self.width)


@dataclass(frozen=True)
class Camera:
    """`scale` pixels are one unit; `left` and `top` are the units of the picture's corner.

    `sway` moves points by up to so many units, along with their surroundings: nothing that is worn is quite
    symmetric.
    """

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    width: int = WIDTH
    height: int = HEIGHT
    seed: int = 0
    sway: float = 3.0

    def pixels(self, points: Points) -> npt.NDArray[np.float64]:
        return (points + self._sway(points) - (self.left, self.top)) * self.scale

    def mask(self, shapes: tuple[Points, ...], window: Window) -> Plane:
        """1 inside of any of the shapes, 0 outside, smooth edges."""
        canvas = np.zeros((window.height * 2, window.width * 2), np.uint8)
        for shape in shapes:
            fixed = ((self.pixels(shape) - (window.left, window.top)) * 2 * 16).round().astype(np.int32)
            cv2.fillPoly(canvas, [fixed], 255, cv2.LINE_AA, 4)
        small = cv2.resize(canvas, (window.width, window.height), interpolation=cv2.INTER_AREA)
        return small.astype(np.float32) * np.float32(1 / 255)

    def strokes(self, lines: tuple[Points, ...], width: float, window: Window) -> Plane:
        """1 on the lines, so many units wide, 0 elsewhere."""
        canvas = np.zeros((window.height, window.width), np.uint8)
        pixels = width * self.scale
        for path in lines:
            fixed = ((self.pixels(path) - (window.left, window.top)) * 16).round().astype(np.int32)
            cv2.polylines(canvas, [fixed], False, 255, max(1, round(pixels)), cv2.LINE_AA, 4)
        return canvas.astype(np.float32) * np.float32(min(1.0, pixels) / 255)

    def window(self, shapes: tuple[Points, ...], margin: float) -> Window | None:
        """What the shapes cover, within the picture; None where that is nothing."""
        corners = np.concatenate([self.pixels(shape) for shape in shapes])
        low = np.floor(corners.min(axis=0) - margin * self.scale).astype(int)
        high = np.ceil(corners.max(axis=0) + margin * self.scale).astype(int)
        left, top = max(0, int(low[0])), max(0, int(low[1]))
        width, height = min(self.width, int(high[0])) - left, min(self.height, int(high[1])) - top
        return Window(left, top, width, height) if width > 1 and height > 1 else None

    def grid(self, window: Window) -> tuple[Plane, Plane]:
        """The units of every pixel's middle."""
        x = (np.arange(window.width, dtype=np.float32) + window.left + 0.5) / self.scale + self.left
        y = (np.arange(window.height, dtype=np.float32) + window.top + 0.5) / self.scale + self.top
        return np.broadcast_to(x, (window.height, window.width)), np.broadcast_to(
            y[:, None], (window.height, window.width)
        )

    def _sway(self, points: Points) -> Points:
        if not self.sway:
            return np.zeros_like(points)
        phases = np.random.default_rng(self.seed).uniform(0, 2 * np.pi, 6)
        x, y = points[:, 0], points[:, 1]
        dx = np.sin(y / 97 + phases[0]) + 0.5 * np.sin(y / 41 + x / 63 + phases[1])
        dy = np.sin(x / 83 + phases[2]) + 0.5 * np.sin(x / 37 + y / 71 + phases[3])
        return np.stack([dx, dy], axis=1) * (self.sway / 1.5)
