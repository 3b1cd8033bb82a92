"""Wrist watches, from the front."""

import math

from ..colour import brightness, darker
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look
from ..outline import Half, ellipse, rounded
from ..piece import Piece
from ..studio import Drawing

_METALS = ("#c4c7cc", "#d1b06a", "#3a3c42", "#c89c86")
_X, _Y = 300, 400


def watch(look: Look) -> Drawing:
    radius = look.between(84, 104, "size")
    metal = look.one_of(_METALS, "metal")
    face = look.one_of(("#f7f6f2", "#1f2126", look.accent, "#f1ead9"), "face")
    pieces = [
        *_strap(look, radius * look.between(0.6, 0.74, "strap")),
        Piece(rounded(_X + radius - 2, 388, 20, 24, 5), plain(darker(metal, 0.12)), Light.GLOSS),
        Piece(ellipse(_X, _Y, radius, radius), plain(metal), Light.GLOSS),
        Piece(ellipse(_X, _Y, radius - 12, radius - 12), plain(face), Light.FLAT),
    ]
    return Drawing(pieces, focus=(180, 250, 240), extra=_dial(look, face, radius - 12))


def _strap(look: Look, wide: float) -> list[Piece]:
    leather = cloth(look, scale=18)
    upper = Half((0, 70)).line(wide * 0.8, 74).curve((wide * 0.82, 180), (wide, 260), (wide, 330))
    upper.line(wide, _Y).line(0, _Y)
    lower = Half((0, _Y)).line(wide, _Y).line(wide, 470)
    lower.curve((wide, 540), (wide * 0.82, 640), (wide * 0.78, 716))
    lower.curve((wide * 0.6, 740), (20, 746), (0, 746))
    return [
        Piece(upper.closed(), leather, Light.TUBE, stitches=(_edge(wide, 84, 320),)),
        Piece(lower.closed(), leather, Light.TUBE, stitches=(_edge(wide, 704, 480),)),
        *(Piece(ellipse(_X, y, 4, 5), plain(darker(look.colour, 0.6)), Light.NONE) for y in (610, 646, 682)),
    ]


def _edge(wide: float, end: float, lug: float) -> str:
    seam = Half((wide * 0.7, end))
    return seam.curve((wide * 0.72, (end + lug) / 2), (wide * 0.88, lug), (wide * 0.88, lug)).both()


def _dial(look: Look, face: str, radius: float) -> str:
    """Marks, hands at ten past ten, and the shine of the glass."""
    ink = "#f4f4f4" if brightness(face) < 0.5 else "#1d1e22"
    rays = [_ray(hour * 30, radius - 16, radius - 6, ink, 2 if hour % 3 else 4) for hour in range(12)]
    rays += [_ray(305, -8, radius * 0.5, ink, 6), _ray(54, -10, radius * 0.74, ink, 4)]
    rays += [_ray(200, -14, radius * 0.8, look.accent, 1.6)]
    glass = f'<path d="{ellipse(_X, _Y, radius, radius)}" fill="url(#{Light.GLOSS})" fill-opacity=".5"/>'
    return f'{"".join(rays)}<circle cx="{_X}" cy="{_Y}" r="5" fill="{ink}"/>{glass}'


def _ray(degrees: float, start: float, end: float, colour: str, width: float) -> str:
    sine, cosine = math.sin(math.radians(degrees)), -math.cos(math.radians(degrees))
    points = (f"{_X + length * sine:.1f} {_Y + length * cosine:.1f}" for length in (start, end))
    return f'<path d="M{" L".join(points)}" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"/>'
