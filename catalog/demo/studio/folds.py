"""How cloth lies: each fold adds to the height of a piece's surface, in units."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from .camera import Camera, Plane, Window
from .noise import smooth_noise
from .outline import Points
from .planes import blurred

Spot = tuple[float, float, float, float]
"""Where something happens: the middle and how far it reaches, each as x and y."""

_DRAPED: Final = (640, 240)


@dataclass(frozen=True)
class Surface:
    """The piece that is being folded. `mask` is 1 inside of it."""

    camera: Camera
    window: Window
    mask: Plane


class Fold(Protocol):
    def height(self, surface: Surface) -> Plane | None:
        """What it adds, in units; None where it is out of the picture."""


@dataclass(frozen=True)
class Wrinkles:
    """Many at random, `across` units wide and `along` long; sharp ones are ridges, others waves."""

    seed: int
    across: float
    along: float
    amount: float
    turn: float = 0.0
    sharp: float = 0.0
    spots: tuple[Spot, ...] = ()

    def height(self, surface: Surface) -> Plane | None:
        camera, window = surface.camera, surface.window
        noise = smooth_noise(
            camera, window, seed=self.seed, across=self.across, along=self.along, turn=self.turn
        )
        if self.sharp:
            noise = (1 - self.sharp) * noise + self.sharp * (1 - 2 * np.abs(noise) ** np.float32(0.7))
        noise *= np.float32(self.amount)
        if self.spots:
            noise *= spotted(self.spots, camera, window)
        return noise


@dataclass(frozen=True)
class Creases:
    """Along lines: `depth` above 0 stands out, below it is a furrow. They fade towards their ends."""

    lines: tuple[Points, ...]
    width: float
    depth: float

    def height(self, surface: Surface) -> Plane | None:
        camera, window = surface.camera, surface.window
        small = Camera(
            camera.scale / 2, camera.left, camera.top, camera.width, camera.height, camera.seed, camera.sway
        )
        view = Window(window.left // 2, window.top // 2, window.width // 2 + 2, window.height // 2 + 2)
        canvas = np.zeros((view.height, view.width), np.float32)
        thick = max(1, round(self.width * small.scale))
        for path in self.lines:
            pixels = ((small.pixels(path) - (view.left, view.top)) * 16).round().astype(np.int32)
            _fading(canvas, pixels, thick)
        canvas = blurred(canvas, self.width * small.scale * 0.55)
        large = cv2.resize(canvas, None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR)
        dx, dy = window.left - view.left * 2, window.top - view.top * 2
        cut = large[dy : dy + window.height, dx : dx + window.width]
        return np.asarray(cut * np.float32(self.depth * 1.6), np.float32)


@dataclass(frozen=True)
class Drape:
    """Folds that hang and follow the sides: `count` over the width, `rise` units high.

    They begin at the height `top` and are in full at `bottom`.
    """

    seed: int
    count: float
    rise: float
    top: float
    bottom: float
    fade: float = 0.0
    sharp: float = 0.0

    def height(self, surface: Surface) -> Plane | None:
        across, down = _spread(surface)
        rows = 5
        columns = max(4, round(self.count * 2))
        grid = np.random.default_rng(self.seed).uniform(-1, 1, (rows, columns)).astype(np.float32)
        grid[1:] = 0.6 * grid[:1] + 0.4 * grid[1:]
        # Here and not below, where positions are rounded and would show as steps.
        grid = np.asarray(cv2.resize(grid, _DRAPED, interpolation=cv2.INTER_CUBIC), np.float32)
        t = np.clip((down - self.top) / (self.bottom - self.top), 0, 1)
        map_x = (across + 1) * np.float32((_DRAPED[0] - 1) / 2)
        map_y = t * np.float32(_DRAPED[1] - 1)
        wave = cv2.remap(grid, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        if self.sharp:
            wave = (1 - self.sharp) * wave + self.sharp * (1 - 2 * np.sqrt(np.abs(wave)))
        strength = self.fade + (1 - self.fade) * t * t * (3 - 2 * t)
        return np.asarray(wave * strength * np.float32(self.rise), np.float32)


def spotted(spots: Sequence[Spot], camera: Camera, window: Window) -> Plane:
    """1 in the middle of each spot, 0 far from all."""
    total = np.zeros((window.height, window.width), np.float32)
    for x, y, rx, ry in spots:
        gx = np.exp(-((((np.arange(window.width) + window.left) / camera.scale + camera.left - x) / rx) ** 2))
        gy = np.exp(-((((np.arange(window.height) + window.top) / camera.scale + camera.top - y) / ry) ** 2))
        np.maximum(total, np.outer(gy, gx).astype(np.float32), out=total)
    return total


def _spread(surface: Surface) -> tuple[Plane, Plane]:
    """Across from -1 at the left side to 1 at the right one, in each row; and the height in units."""
    inside = surface.mask > 0.5
    width = inside.shape[1]
    rows = inside.any(axis=1)
    left = np.where(rows, inside.argmax(axis=1), 0).astype(np.float32)
    right = np.where(rows, width - inside[:, ::-1].argmax(axis=1), width).astype(np.float32)
    left, right = (
        np.asarray(cv2.GaussianBlur(side[:, None], (1, 41), 12)[:, 0], np.float32) for side in (left, right)
    )
    middle, half = (left + right) / 2, np.maximum((right - left) / 2, 1)
    x = np.arange(width, dtype=np.float32)
    across = np.clip((x[None, :] - middle[:, None]) / half[:, None], -1.1, 1.1).astype(np.float32)
    _, down = surface.camera.grid(surface.window)
    return across, np.ascontiguousarray(down)


def _fading(canvas: Plane, pixels: npt.NDArray[np.int32], thick: int) -> None:
    steps = len(pixels) - 1
    for place in range(0, steps, 2):
        strength = np.sin(np.pi * (place + 1) / (steps + 1)) ** 0.8
        part = pixels[place : place + 3]
        cv2.polylines(canvas, [part], False, float(strength), thick, cv2.LINE_8, 4)
