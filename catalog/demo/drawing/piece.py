"""One part of a garment: an outline with its fabric, its light and its seams."""

from dataclasses import dataclass
from typing import Final

from .colour import brightness, darker
from .fabric import Fabric
from .light import Light

MIRROR: Final = 'transform="matrix(-1 0 0 1 600 0)"'
_SOFT: Final = (32, 23, 14, 6)
"""Widths of the strokes that make a fold: as soft as a blur, at a fifth of its cost."""


@dataclass(frozen=True)
class Piece:
    """Paths in picture coordinates. `folds` are soft shadows, `lights` soft lights, `stitches` dashed seams.

    `mirrored` draws the piece a second time on the other side.
    """

    path: str
    fabric: Fabric
    light: Light = Light.ROUND
    folds: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    seams: tuple[str, ...] = ()
    stitches: tuple[str, ...] = ()
    stitch_colour: str = ""
    mirrored: bool = False


def render(piece: Piece, name: str) -> str:
    """The piece as SVG; `name` must be its own in the document."""
    drawing = _body(piece) + _relief(piece, name) + _lines(piece)
    clip = f'<clipPath id="{name}"><path d="{piece.path}"/></clipPath>'
    return f"{clip}{drawing}<g {MIRROR}>{drawing}</g>" if piece.mirrored else clip + drawing


def _body(piece: Piece) -> str:
    fills = [*piece.fabric.fills]
    if piece.light is not Light.NONE:
        fills.append(f"url(#{piece.light})")
    layers = "".join(f'<path d="{piece.path}" fill="{fill}"/>' for fill in fills)
    return layers + _stroke(piece.path, darker(piece.fabric.colour, 0.45), 1.3, 0.55)


def _relief(piece: Piece, name: str) -> str:
    if not (piece.folds or piece.lights):
        return ""
    dark = 0.34 if brightness(piece.fabric.colour) < 0.6 else 0.17
    strokes = "".join(
        _stroke(path, colour, width, opacity / len(_SOFT))
        for path, colour, opacity in (
            (" ".join(piece.folds), "#000", dark),
            (" ".join(piece.lights), "#fff", 0.13),
        )
        if path
        for width in _SOFT
    )
    return f'<g clip-path="url(#{name})" stroke-linecap="round">{strokes}</g>'


def _lines(piece: Piece) -> str:
    colour = piece.fabric.colour
    ink = darker(colour, 0.4) if brightness(colour) > 0.12 else "#4a4c52"
    seams = "".join(_stroke(path, ink, 1.6, 0.75) for path in piece.seams)
    stitches = "".join(_stroke(path, piece.stitch_colour or ink, 1.5, 0.85) for path in piece.stitches)
    return f'{seams}<g stroke-dasharray="5 3">{stitches}</g>' if stitches else seams


def _stroke(path: str, colour: str, width: float, opacity: float) -> str:
    paint = f'stroke="{colour}" stroke-opacity="{opacity:.3f}" stroke-width="{width}"'
    return f'<path d="{path}" fill="none" {paint}/>'
