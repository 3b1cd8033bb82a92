"""T-shirts with a print on the chest."""

from collections.abc import Callable

import numpy as np

from ..goods import Cut, Goods, Who
from ..outline import Corner, Points, band, ellipse, line, rounded, stops, turned
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, torso_for
from .torso import Sleeve, Torso, neck_band, neck_inside

Motif = Callable[[], list[tuple[Points, str]]]
"""Shapes around 0, 0, about 100 units to each side, with their paints."""


def graphic_tee(cut: Cut) -> Goods:
    torso = torso_for(cut)
    sleeve = Sleeve(torso, length=cut.between(0.34, 0.4, "sleeve"))
    motif = _MOTIFS[(cut.version * 3 + len(cut.who)) % len(_MOTIFS)]
    size = 0.92 if cut.who is Who.MEN else 0.82
    pieces = (
        *sleeve.pieces(Weave.JERSEY, body=torso.body, stitches=(*sleeve.cross(15), *sleeve.cross(11))),
        body_piece(torso, sleeve, Weave.JERSEY, stitches=(torso.hem_line(18), torso.hem_line(14))),
        *(_printed(torso, shape * size + (360, torso.armpit + 36), paint) for shape, paint in motif()),
        *neck_band(torso, 15),
    )
    return Goods(
        pieces, focus=(360, torso.armpit - 10), zoom=1.7, hollow=tuple(neck_inside(torso, Weave.JERSEY))
    )


def _printed(torso: Torso, shape: Points, paint: str) -> Piece:
    return Piece(
        shape,
        paint,
        Weave.JERSEY,
        depth=95,
        bulge=0.75,
        form=(torso.body,),
        folds=torso.folds(),
        shadow=0,
        sheen=0.02,
        opacity=0.94,
    )


def _sun() -> list[tuple[Points, str]]:
    waves = [
        band(
            line(
                *(
                    (x, 30 + 24 * n + 9 * np.sin(x / 17 + n))
                    for x in np.linspace(-96 + 12 * n, 96 - 12 * n, 16)
                )
            ),
            10,
        )
        for n in range(4)
    ]
    upper = np.array([(x, min(y, 14.0)) for x, y in ellipse(0, 0, 78, 78)])
    return [(upper, "accent"), *((wave, "second") for wave in waves)]


def _mountains() -> list[tuple[Points, str]]:
    peak = line(*stops("-110,80! -30,-56! 2,-12! 34,-70! 116,80! -110,80!"))
    snow = line(*stops("34,-70! 58,-30! 44,-38! 34,-24! 22,-40! 10,-28! 34,-70!"))
    return [
        (ellipse(-58, -62, 26, 26), "second"),
        (peak, "accent"),
        (snow, "main"),
        (rounded(-110, 92, 226, 8, 4), "accent"),
    ]


def _rainbow() -> list[tuple[Points, str]]:
    arcs = []
    for n, paint in enumerate(("accent", "second", "accent", "second")):
        angles = np.linspace(np.pi, 2 * np.pi, 30)
        radius = 100 - 22 * n
        arcs.append((band(np.stack([radius * np.cos(angles), 40 + radius * np.sin(angles)], 1), 15), paint))
    return arcs


def _star() -> list[tuple[Points, str]]:
    points = [
        Corner(
            np.sin(n * np.pi / 5) * (92 if n % 2 == 0 else 40),
            -np.cos(n * np.pi / 5) * (92 if n % 2 == 0 else 40),
        )
        for n in range(11)
    ]
    rays = [(turned(rounded(-4, -128, 8, 22, 4), 36 * n + 18), "second") for n in range(10)]
    return [(line(*points), "accent"), *rays]


def _circles() -> list[tuple[Points, str]]:
    return [
        (ellipse(-38, -20, 66, 66), "accent"),
        (ellipse(38, -20, 66, 66), "second"),
        (ellipse(0, 42, 66, 66), "accent"),
        (ellipse(0, 0, 22, 22), "main"),
    ]


def _boat() -> list[tuple[Points, str]]:
    hull = line(*stops("-86,40! 86,40! 60,84 40,88! -44,88! -66,80 -86,40!"))
    sail = line(*stops("6,-100! 60,-40 76,28! 6,28! 6,-100!"))
    jib = line(*stops("-6,-80! -46,-30 -66,28! -6,28! -6,-80!"))
    return [(hull, "accent"), (sail, "accent"), (jib, "second"), (rounded(-3, -104, 6, 146, 3), "accent")]


def _bars() -> list[tuple[Points, str]]:
    return [(rounded(-104, -62 + 30 * n, 208, 19, 2), "accent" if n % 2 == 0 else "second") for n in range(5)]


def _flower() -> list[tuple[Points, str]]:
    petals = [(turned(ellipse(0, -56, 27, 44), 45 * n), "accent") for n in range(8)]
    return [*petals, (ellipse(0, 0, 30, 30), "second")]


_MOTIFS: tuple[Motif, ...] = (_sun, _mountains, _rainbow, _star, _circles, _boat, _bars, _flower)
