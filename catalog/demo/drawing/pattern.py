"""Tiles that repeat into stripes, checks, dots and weaves.

Only stripes can be turned: a turned tile of any other kind would take ten times as long to paint.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

_UPRIGHT, _STEEP = 3, 80


class Weave(StrEnum):
    PLAIN = "plain"
    DENIM = "denim"
    KNIT = "knit"
    RIB = "rib"


@dataclass(frozen=True)
class Tile:
    """One repeat, whole pixels wide and high."""

    width: int
    height: int
    drawing: str

    def definition(self, name: str) -> str:
        return (
            f'<pattern id="{name}" width="{self.width}" height="{self.height}" '
            f'patternUnits="userSpaceOnUse">{self.drawing}</pattern>'
        )


def stripes(size: int, ink: str, angle: float) -> Tile:
    """A third of `size` in `ink`; `angle` in degrees, 0 for level stripes, falling to the right above it."""
    wide = size / 3
    if abs(angle) < _UPRIGHT:
        return Tile(size, size, f'<rect width="{size}" height="{wide:.1f}" fill="{ink}"/>')
    if abs(angle) > _STEEP:
        return Tile(size, size, f'<rect width="{wide:.1f}" height="{size}" fill="{ink}"/>')
    turn = math.radians(abs(angle))
    width, height = round(size / math.sin(turn)), round(size / math.cos(turn))
    start, step = (0, height) if angle > 0 else (height, -height)
    lines = " ".join(
        f"M{-width} {start - step + shift * height} L{2 * width} {start + 2 * step + shift * height}"
        for shift in (-1, 0, 1)
    )
    return Tile(width, height, f'<path d="{lines}" stroke="{ink}" stroke-width="{wide:.1f}"/>')


def checks(size: int, ink: str, soft: str) -> Tile:
    """Bands of `soft` under thin lines of `ink`, both ways."""
    half, third, thin = size / 2, size / 3, max(1.5, size / 14)
    bands = f'width="{size}" height="{half}"', f'width="{half}" height="{size}"'
    lines = (
        f'y="{third:.1f}" width="{size}" height="{thin:.1f}"',
        f'x="{third:.1f}" width="{thin:.1f}" height="{size}"',
    )
    drawing = "".join(f'<rect {band} fill="{soft}" fill-opacity=".55"/>' for band in bands)
    drawing += "".join(f'<rect {line} fill="{ink}" fill-opacity=".8"/>' for line in lines)
    return Tile(size, size, drawing)


def dots(size: int, ink: str) -> Tile:
    """Two dots in each repeat, offset like the spots of a five on a die."""
    radius, near, far = size / 9, size / 4, size * 3 / 4
    drawing = "".join(f'<circle cx="{at}" cy="{at}" r="{radius:.1f}" fill="{ink}"/>' for at in (near, far))
    return Tile(size, size, drawing)


def weave(kind: Weave, ink: str) -> Tile | None:
    """What the cloth itself looks like from near; None where it is too fine to be seen."""
    if kind not in _WEAVES:
        return None
    size, path, width, opacity = _WEAVES[kind]
    drawing = (
        f'<path d="{path}" stroke="{ink}" stroke-width="{width}" stroke-opacity="{opacity}" fill="none"/>'
    )
    return Tile(size, size, drawing)


_WEAVES = {
    Weave.DENIM: (5, "M-1 6L6 -1M-1 1L1 -1M4 6L6 4", 1.1, 0.13),
    Weave.KNIT: (9, "M0 1L4.5 6L9 1", 1.6, 0.16),
    Weave.RIB: (6, "M1 0V6", 2, 0.2),
}
