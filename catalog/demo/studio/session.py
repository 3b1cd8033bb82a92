"""One picture after the other: which view of which goods, and how the camera stands for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from .camera import Camera
from .develop import Dye, Ground, Rgb8, develop
from .figure import dressed
from .goods import Cut, Goods
from .models import goods
from .outline import HEIGHT, WIDTH
from .plate import Plate, expose

_STEP: Final = 0.05
"""Scales are multiples of it, so that few textures are made."""
_LARGEST: Final = 1.6


class View(StrEnum):
    FRONT = "front"
    WORN = "worn"
    DETAIL = "detail"


@dataclass(frozen=True)
class Shot:
    """All there is to know of one picture."""

    cut: Cut
    view: View
    dye: Dye
    ground: Ground

    @property
    def digest(self) -> str:
        """Changes with the picture: with what is shown and with how this package draws."""
        return sha256(f"{edition()}:{self!r}".encode()).hexdigest()


def take(shot: Shot) -> Rgb8:
    """HEIGHT rows of WIDTH pixels. Quick when the goods and the view are those of the shot before."""
    cv2.setNumThreads(1)
    plate, floor = _plate(shot.cut, shot.view)
    ground = Ground(shot.ground.middle, shot.ground.edge, floor, shot.ground.shadow)
    return develop(plate, shot.dye, ground)


@lru_cache(maxsize=1)
def _plate(cut: Cut, view: View) -> tuple[Plate, float | None]:
    shown = dressed(goods(cut), cut) if view is View.WORN else goods(cut)
    camera = camera_for(shown, view, cut.seed)
    floor = max(float(shape[:, 1].max()) for shape in shown.shapes) if shown.stands else None
    return expose(camera, (*shown.hollow, *shown.pieces)), floor


def camera_for(shown: Goods, view: View, seed: int) -> Camera:
    if view is View.DETAIL:
        (x, y), scale = shown.focus, shown.zoom
        y += 0.06 * HEIGHT / scale
    else:
        low, high = shown.bounds
        x, y = (low + high) / 2
        room = np.array([WIDTH * min(shown.fill + 0.04, 0.92), HEIGHT * shown.fill]) / (high - low)
        scale = min(float(np.floor(room.min() / _STEP) * _STEP), _LARGEST)
        y -= HEIGHT * 0.012 / scale
    return Camera(scale, float(x - WIDTH / 2 / scale), float(y - HEIGHT / 2 / scale), seed=seed)


@lru_cache(maxsize=1)
def edition() -> str:
    """Changes with the code that draws."""
    sources: Iterable[Path] = sorted(Path(__file__).parent.rglob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
