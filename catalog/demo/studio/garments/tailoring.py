"""Blazers and raincoats."""

from dataclasses import replace

import numpy as np

from ..folds import Creases
from ..goods import Cut, Goods
from ..outline import MIDDLE, band, both, ellipse, line, mirrored, rounded, stops
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece
from .denim_jackets import studs
from .hoods import hood_pieces
from .jackets import jacket_shapes
from .torso import neck_inside


def blazer(cut: Cut) -> Goods:
    torso, sleeve = jacket_shapes(cut, vee=True, dip=cut.between(190, 230, "vee"), curve=16)
    torso = replace(torso, bottom=torso.bottom + 36)
    sleeve = replace(sleeve, torso=torso, wide=102, cuff=74)
    weave = Weave.TWILL
    neck = torso.top + torso.dip
    n = torso.neck
    lapel = line(
        *stops(
            f"1,{neck + 6}! {n * 0.5},{torso.top + torso.dip * 0.52} "
            f"{n - 4},{torso.top - 6}! {n + 26},{torso.top + 20}! "
            f"{n + 16},{torso.top + 62}! {n + 44},{torso.top + 58}! "
            f"{n + 22},{torso.top + 126} 1,{neck + 6}!"
        )
    ) + (MIDDLE, 0)
    collar = line(
        *stops(
            f"{n - 22},{torso.top - 20}! {n - 2},{torso.top - 14}! "
            f"{n + 22},{torso.top + 14} {n + 32},{torso.top + 56}! "
            f"{n + 14},{torso.top + 62}! {n - 2},{torso.top + 18} "
            f"{n - 22},{torso.top - 20}!"
        )
    ) + (MIDDLE, 0)
    front = line((MIDDLE + 1, neck + 4), (MIDDLE + 3, torso.bottom - 60), (MIDDLE + 26, torso.bottom))
    welt = band(line((MIDDLE + 62, torso.armpit - 12), (MIDDLE + 122, torso.armpit - 22)), 13)
    flaps = [
        line(*stops(f"{x},0! {x + 88},-0.1! {x + 88},32! {x},32! {x},0!")) + (MIDDLE, torso.bottom - 190)
        for x in (44, -132)
    ]
    folds = (*torso.folds(0.62), Creases((front,), 6, -2.5))
    pieces = (
        *sleeve.pieces(weave, body=torso.body, soft=0.75),
        body_piece(
            torso,
            sleeve,
            weave,
            folds=folds,
            seams=(*torso.armhole, front, *both((72, torso.armpit + 20), (64, torso.bottom - 180))),
        ),
        *(Piece(shape, "main", weave, depth=5, bulge=0.5, shadow=0.4, reach=4) for shape in (*flaps, welt)),
        Piece(lapel, "main", weave, depth=12, bulge=0.42, turn=18, shadow=0.45, reach=7),
        Piece(mirrored(lapel), "main", weave, depth=12, bulge=0.42, turn=-18, shadow=0.45, reach=7),
        Piece(collar, "main", weave, depth=10, bulge=0.5, turn=40, shadow=0.4, reach=5),
        Piece(mirrored(collar), "main", weave, depth=10, bulge=0.5, turn=-40, shadow=0.4, reach=5),
        *(
            Piece(ellipse(360, at, 8, 8), "button", Weave.SMOOTH, depth=4, bulge=0.7, gloss=0.35, reach=3)
            for at in (neck + 26, neck + 110)
        ),
    )
    back = replace(torso, vee=False, dip=20)
    hollow = (
        Piece(torso.inside, "lining", Weave.SATIN, depth=60, bulge=0.2, light=0.55, shadow=0, gloss=0.1),
        *neck_inside(back, Weave.SATIN)[2:],
        Piece(
            band(torso.back_line() - (0, 6), 30),
            "main",
            weave,
            depth=12,
            bulge=0.5,
            light=0.75,
            shadow=0.2,
            reach=4,
        ),
    )
    return Goods(pieces, focus=(390, torso.top + 130), hollow=hollow)


def parka(cut: Cut) -> Goods:
    """A hooded raincoat with a storm flap."""
    torso, sleeve = jacket_shapes(cut, dip=40)
    torso = replace(torso, bottom=torso.bottom + 90, hem=torso.hem + 16)
    sleeve = replace(sleeve, torso=torso, cuff=82)
    top = torso.top
    weave, gloss = Weave.SMOOTH, 0.12
    behind, front = hood_pieces(torso, weave, gloss)
    flap = line(
        *stops(f"-24,{top + 46}! 24,{top + 46}! 24,{torso.bottom - 2}! -24,{torso.bottom}! -24,{top + 46}!")
    ) + (MIDDLE, 0)
    pockets = [rounded(x, torso.bottom - 250, 104, 120, 10) for x in (400, 216)]
    lids = [rounded(x - 3, torso.bottom - 262, 110, 40, 8) for x in (400, 216)]
    belt = band(
        line(
            (MIDDLE - torso.waist - 4, torso.waist_at),
            (MIDDLE, torso.waist_at + 7),
            (MIDDLE + torso.waist + 4, torso.waist_at),
        ),
        3,
    )
    pieces = (
        *sleeve.pieces(weave, body=torso.body, soft=1.3, gloss=gloss, sheen=0.14, stitches=sleeve.cross(44)),
        body_piece(
            torso,
            sleeve,
            weave,
            folds=(*torso.folds(1.2), Creases((belt[:14],), 14, -5)),
            gloss=gloss,
            sheen=0.14,
            stitches=(torso.hem_line(20), belt),
        ),
        *(
            Piece(
                shape, "main", weave, depth=8, bulge=0.5, stitches=(shape,), shadow=0.35, reach=4, gloss=gloss
            )
            for shape in (*pockets, *lids)
        ),
        Piece(
            flap,
            "main",
            weave,
            depth=10,
            bulge=0.45,
            stitches=both((18, top + 52), (18, torso.bottom - 6)),
            shadow=0.35,
            reach=5,
            gloss=gloss,
            folds=torso.folds(0.7),
        ),
        *studs(np.arange(top + 84, torso.bottom - 20, 88), "#7d8187"),
        *front,
    )
    return Goods(pieces, focus=(380, torso.top + 120), hollow=behind)
