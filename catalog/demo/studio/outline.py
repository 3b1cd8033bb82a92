"""Outlines in garment units: a picture is 720 wide and 960 high, whatever its pixels."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

WIDTH: Final = 720
HEIGHT: Final = 960
MIDDLE: Final = WIDTH / 2
_STEPS: Final = 14

Points = npt.NDArray[np.float64]
"""Rows of x and y."""


class Corner(NamedTuple):
    """A point where the line turns sharply; a plain pair is passed smoothly."""

    x: float
    y: float


Stop = tuple[float, float] | Corner


def stops(text: str) -> tuple[Stop, ...]:
    """Stops in short: `x,y` for each, with `!` behind it for a corner."""
    pairs = (word.rstrip("!").split(",") for word in text.split())
    corners = (word.endswith("!") for word in text.split())
    return tuple(
        Corner(float(x), float(y)) if corner else (float(x), float(y))
        for (x, y), corner in zip(pairs, corners, strict=True)
    )


def line(*stops: Stop) -> Points:
    """A curve through all stops."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place, stop in enumerate(stops):
        runs[-1].append((stop[0], stop[1]))
        if isinstance(stop, Corner) and 0 < place < len(stops) - 1:
            runs.append([(stop[0], stop[1])])
    return np.concatenate([_smooth(np.array(run, np.float64)) for run in runs if len(run) > 1])


def symmetric(*stops: Stop) -> Points:
    """The right half of a shape, from its upper middle to its lower one, x from the middle; both halves."""
    half = line(*stops)
    left = half[::-1] * (-1, 1)
    return np.concatenate([half, left]) + (MIDDLE, 0)


def both(*stops: Stop) -> tuple[Points, Points]:
    """A line right of the middle, and its mirror image."""
    right = line(*stops)
    return right + (MIDDLE, 0), right * (-1, 1) + (MIDDLE, 0)


def mirrored(points: Points) -> Points:
    return points * (-1, 1) + (WIDTH, 0)


def ellipse(x: float, y: float, rx: float, ry: float, *, turn: float = 0.0) -> Points:
    """`turn` in degrees, clockwise."""
    angles = np.linspace(0, 2 * np.pi, 56, endpoint=False)
    ring = np.stack([np.cos(angles) * rx, np.sin(angles) * ry], axis=1)
    return turned(ring, turn) + (x, y)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Points:
    """A box with round corners; `x` and `y` are its upper left."""
    corners = []
    centres = ((width - radius, radius), (width - radius, height - radius), (radius, height - radius))
    for turn, (cx, cy) in enumerate((*centres, (radius, radius))):
        angles = np.linspace(-np.pi / 2, 0, 9) + turn * np.pi / 2
        corners.append(np.stack([np.cos(angles) * radius + cx, np.sin(angles) * radius + cy], axis=1))
    return np.concatenate(corners) + (x, y)


def band(path: Points, width: float | Sequence[float]) -> Points:
    """A ribbon along a line; widths are spread over its length."""
    steps = np.gradient(path, axis=0)
    lengths = np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-6)
    normal = np.stack([-steps[:, 1], steps[:, 0]], axis=1) / lengths[:, None]
    widths = np.atleast_1d(np.asarray(width, np.float64))
    half = np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(widths)), widths)[:, None] / 2
    return np.concatenate([path + normal * half, (path - normal * half)[::-1]])


def turned(points: Points, degrees: float, about: tuple[float, float] = (0, 0)) -> Points:
    angle = np.deg2rad(degrees)
    rotation = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray((points - about) @ rotation + about, np.float64)


def _smooth(stops: Points) -> Points:
    """A centripetal Catmull-Rom curve through the stops."""
    if len(stops) == 2:
        return np.linspace(stops[0], stops[1], _STEPS)
    padded = np.vstack([2 * stops[0] - stops[1], stops, 2 * stops[-1] - stops[-2]])
    return np.concatenate([_segment(padded[i : i + 4]) for i in range(len(stops) - 1)])


def _segment(p: Points) -> Points:
    gaps = np.maximum(np.sqrt(np.hypot(*(p[1:] - p[:-1]).T)), 1e-3)
    t = np.concatenate([[0], np.cumsum(gaps)])
    at = np.linspace(t[1], t[2], _STEPS)[:, None]

    def mix(a: Points, b: Points, start: float, end: float) -> Points:
        return (end - at) / (end - start) * a + (at - start) / (end - start) * b

    a1, a2, a3 = (mix(p[i], p[i + 1], t[i], t[i + 1]) for i in range(3))
    b1, b2 = mix(a1, a2, t[0], t[2]), mix(a2, a3, t[1], t[3])
    return mix(b1, b2, t[1], t[2])
