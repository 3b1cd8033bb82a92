"""A plate and its colours → pixels."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from .camera import Camera, Plane
from .colour import linear
from .patterns import SIDE, Pattern, tile
from .planes import blurred, shifted
from .plate import Plate

_TILE_UNITS: Final = 320.0
"""So much of a garment one pattern tile covers."""
_MAIN: Final = "main"

Rgb8 = npt.NDArray[np.uint8]

_STEPS, _BRIGHTEST, _SHOULDER = 16384, 2.0, 0.80


@dataclass(frozen=True)
class Dye:
    """The colours of one product. `patterned` paints are printed or woven, the others are plain."""

    paints: tuple[tuple[str, str], ...]
    pattern: Pattern = Pattern.SOLID
    patterned: tuple[str, ...] = (_MAIN,)
    size: float = 1.0
    seed: int = 0

    @property
    def colours(self) -> dict[str, str]:
        return dict(self.paints)


@dataclass(frozen=True)
class Ground:
    """A paper backdrop. What `stands` has its floor at that height, in units; else it hangs near the wall."""

    middle: str = "#f4f3f1"
    edge: str = "#dfdcd8"
    floor: float | None = None
    shadow: float = 0.34


def develop(plate: Plate, dye: Dye, ground: Ground) -> Rgb8:
    image = _coloured(plate, dye)
    image *= plate.shade[:, :, None]
    image += (plate.gloss * plate.alpha)[:, :, None]
    bare = (1 - plate.alpha) * _fallen(plate, ground)
    image += _lit_paper(plate.camera, ground) * bare[:, :, None]
    image += _grain(plate.camera.height, plate.camera.width)[:, :, None]
    return _exposed(image)


def _exposed(image: npt.NDArray[np.float32]) -> Rgb8:
    """Gamma, with a soft shoulder that keeps the texture of white goods."""
    steps = np.clip(image * np.float32(_STEPS / _BRIGHTEST), 0, _STEPS - 1).astype(np.uint16)
    return np.asarray(np.take(_CURVE, steps), np.uint8)


def _curve() -> Rgb8:
    light = np.arange(_STEPS) * _BRIGHTEST / _STEPS
    soft = np.where(
        light > _SHOULDER, _SHOULDER + (1 - _SHOULDER) * np.tanh((light - _SHOULDER) / (1 - _SHOULDER)), light
    )
    return (np.sqrt(soft) * 255 + 0.5).astype(np.uint8)


def _coloured(plate: Plate, dye: Dye) -> npt.NDArray[np.float32]:
    light = np.zeros((*plate.alpha.shape, 3), np.float32)
    colours, pattern = dye.colours, None
    for name, share in plate.paints.items():
        cut = plate.extent(name)
        if dye.pattern is not Pattern.SOLID and name in dye.patterned:
            pattern = _pattern(plate, dye) if pattern is None else pattern
            light[cut] += pattern[cut] * share[cut][:, :, None]
        else:
            colour = name if name.startswith("#") else colours.get(name, colours[_MAIN])
            light[cut] += linear(colour) * share[cut][:, :, None]
    return light


def _pattern(plate: Plate, dye: Dye) -> npt.NDArray[np.float32]:
    camera = plate.camera
    x = (np.arange(camera.width, dtype=np.float32) + 0.5) / camera.scale + camera.left - 360
    y = (np.arange(camera.height, dtype=np.float32) + 0.5) / camera.scale + camera.top - 300
    u, v = x[None, :] + plate.right, y[:, None] + plate.down
    angle = np.deg2rad(plate.turn)
    cos, sin = np.cos(angle), np.sin(angle)
    factor = np.float32(SIDE / _TILE_UNITS / dye.size)
    map_u = (u * cos + v * sin) * factor + SIDE / 2
    map_v = (v * cos - u * sin) * factor + SIDE / 2
    printed = tile(dye.pattern, dye.colours[_MAIN], dye.colours.get("accent", "#ffffff"), dye.seed)
    blur = factor / camera.scale
    if blur > 1.2:
        printed = np.asarray(cv2.GaussianBlur(printed, (0, 0), 0.4 * float(blur)), np.float32)
    return np.asarray(
        cv2.remap(printed, map_u, map_v, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP), np.float32
    )


def _fallen(plate: Plate, ground: Ground) -> Plane:
    """The shadow on the paper: 1 where there is none."""
    camera = plate.camera
    if ground.floor is None:
        far = shifted(blurred(plate.alpha, 24 * camera.scale), 12 * camera.scale, 22 * camera.scale)
        near = shifted(blurred(plate.alpha, 6 * camera.scale), 3 * camera.scale, 6 * camera.scale)
        return 1 - np.float32(ground.shadow) * (0.6 * far + 0.4 * near)
    return _on_floor(plate, ground, ground.floor)


def _on_floor(plate: Plate, ground: Ground, floor: float) -> Plane:
    """The goods' own outline, pressed flat and soft, where they touch the ground."""
    camera = plate.camera
    row = (floor - camera.top) * camera.scale
    squash = 0.13
    matrix = np.array([[1, -0.10, 0.10 * row], [0, squash, row * (1 - squash) + 4 * camera.scale]])
    size = (camera.width, camera.height)
    flat = np.asarray(cv2.warpAffine(plate.alpha, matrix, size), np.float32)
    wide = blurred(flat, 20 * camera.scale)
    touch = blurred(shifted(flat, 0, 2 * camera.scale), 5 * camera.scale)
    fade = np.clip((np.arange(camera.height) - row) / (60 * camera.scale) + 1.2, 0, 1).astype(np.float32)
    fallen = 1 - np.float32(ground.shadow) * (1.1 * wide + 0.75 * touch * fade[:, None])
    return np.asarray(fallen, np.float32)


def _lit_paper(camera: Camera, ground: Ground) -> npt.NDArray[np.float32]:
    paper = _paper(camera.width, camera.height, ground.middle, ground.edge)
    if ground.floor is None:
        return paper
    # The paper bends from the floor into the wall a little behind the goods.
    rows = (np.arange(camera.height) / camera.scale + camera.top - ground.floor + 70) / 70
    return paper * (1 - 0.07 * np.exp(-(rows**2))).astype(np.float32)[:, None, None]


@lru_cache(maxsize=4)
def _paper(width: int, height: int, middle: str, edge: str) -> npt.NDArray[np.float32]:
    x = np.arange(width, dtype=np.float32) / width - np.float32(0.42)
    y = np.arange(height, dtype=np.float32) / height - np.float32(0.40)
    far = np.clip(x[None, :] ** 2 * 2.3 + y[:, None] ** 2 * 2.7, 0, 1).astype(np.float32)
    paper = linear(middle) + (linear(edge) - linear(middle)) * far[:, :, None]
    return np.asarray(paper, np.float32)


@lru_cache(maxsize=2)
def _grain(height: int, width: int) -> Plane:
    noise = np.random.default_rng(7).normal(0, 0.0035, (height, width))
    return noise.astype(np.float32)


_CURVE: Final = _curve()
