"""The room in which the goods are shown: ground, light, shadow and framing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .light import light_definitions
from .look import Look, View
from .piece import MIRROR, Piece, render

WIDTH: Final = 600
HEIGHT: Final = 800
_HORIZON: Final = 90
_GROUNDS: Final = (
    ("#ffffff", "#f1f1f2"),
    ("#ffffff", "#f6f6f6"),
    ("#f8f6f3", "#e9e4dc"),
    ("#f6f8fa", "#e3e8ed"),
    ("#f5f5f5", "#e2e2e4"),
    ("#f9f5f4", "#ecdfdc"),
)


@dataclass(frozen=True)
class Drawing:
    """Pieces from back to front, then `extra` SVG on top of them.

    What `stands` has a floor under it at `floor`; else it hangs before a wall. `focus` is where the detail
    picture looks: left, top, width; its height follows.
    """

    pieces: Sequence[Piece]
    stands: bool = False
    floor: float = 640
    focus: tuple[float, float, float] = (180, 100, 260)
    extra: str = ""


def document(drawing: Drawing, look: Look, view: View) -> str:
    """The whole SVG of one picture."""
    fabrics = {piece.fabric.key: piece.fabric.definitions for piece in drawing.pieces}
    pieces = "".join(render(piece, f"c{place}") for place, piece in enumerate(drawing.pieces))
    shadow = _floor_shadow(drawing.floor) if drawing.stands else _wall_shadow(drawing.pieces)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="{_frame(drawing, view)}">'
        f"<defs>{light_definitions()}{''.join(fabrics.values())}{_blur('blur', 14)}{_blur('soft', 7)}</defs>"
        f"{_ground(drawing, look)}{shadow}{pieces}{drawing.extra}</svg>"
    )


def _frame(drawing: Drawing, view: View) -> str:
    if view is View.FRONT:
        return f"0 0 {WIDTH} {HEIGHT}"
    left, top, width = drawing.focus
    return f"{left} {top} {width} {width * HEIGHT / WIDTH:.1f}"


def _blur(name: str, size: float) -> str:
    # sRGB saves a conversion of every pixel there and back.
    area = 'x="-15%" y="-15%" width="130%" height="130%"'
    return (
        f'<filter id="{name}" {area} color-interpolation-filters="sRGB">'
        f'<feGaussianBlur stdDeviation="{size}"/></filter>'
    )


def _ground(drawing: Drawing, look: Look) -> str:
    middle, edge = look.one_of(_GROUNDS, "ground")
    wall = _gradient("wall", ((0, edge, 1), (0.35, middle, 1), (1, edge, 1)))
    ground = f'{wall}<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#wall)"/>'
    if not drawing.stands:
        return ground
    top = drawing.floor - _HORIZON
    floor = _gradient("floor", ((0, "#000", 0.07), (0.5, "#000", 0.01)))
    return f'{ground}{floor}<rect y="{top}" width="{WIDTH}" height="{HEIGHT - top}" fill="url(#floor)"/>'


def _gradient(name: str, stops: Sequence[tuple[float, str, float]]) -> str:
    inner = "".join(
        f'<stop offset="{offset}" stop-color="{colour}" stop-opacity="{opacity}"/>'
        for offset, colour, opacity in stops
    )
    return f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{inner}</linearGradient>'


def _floor_shadow(floor: float) -> str:
    return (
        f'<ellipse cx="306" cy="{floor}" rx="215" ry="17" fill-opacity=".3" filter="url(#blur)"/>'
        f'<ellipse cx="302" cy="{floor - 4}" rx="185" ry="6" fill-opacity=".4" filter="url(#soft)"/>'
    )


def _wall_shadow(pieces: Sequence[Piece]) -> str:
    # Shapes upon shapes, each a little further off: nearly as soft as a blur, at a third of its cost.
    shape = " ".join(piece.path for piece in pieces)
    mirrored = " ".join(piece.path for piece in pieces if piece.mirrored)
    return "".join(
        f'<g transform="translate({step * 2.5} {step * 4})" fill-opacity=".042">'
        f'<path d="{shape}"/><path d="{mirrored}" {MIRROR}/></g>'
        for step in range(1, 7)
    )
