"""Denim jackets."""

from dataclasses import replace

import numpy as np

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, both, ellipse, line, mirrored, stops
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, collar_wings
from .jackets import jacket_shapes
from .torso import Torso, neck_inside


def denim_jacket(cut: Cut) -> Goods:
    torso, sleeve = jacket_shapes(cut, dip=62, neck=60)
    torso = replace(torso, bottom=torso.bottom - 56)
    sleeve = replace(sleeve, torso=torso)
    weave = Weave.DENIM
    neck, y = torso.top + torso.dip, torso.armpit - 26
    yoke = line(*((MIDDLE + x, y + abs(x) * -0.02) for x in (-torso.chest - 6, -60, 60, torso.chest + 6)))
    vees = (*both((26, y), (44, torso.bottom - 46)), *both((112, y), (78, torso.bottom - 46)))
    cuffs = [
        Piece(shape, "main", weave, depth=8, bulge=0.6, stitches=(shape,), thread="thread", reach=4)
        for shape in sleeve.cuff_shape(34, -0.06)
    ]
    waist = np.concatenate([torso.hem_line(44, torso.hem), torso.hem_line(0, torso.hem - 2)[::-1]])
    placket = line(
        *stops(f"-18,{neck - 8}! 18,{neck - 8}! 18,{torso.bottom}! -18,{torso.bottom + 0.1}! -18,{neck - 8}!")
    ) + (MIDDLE, 0)
    pieces = (
        *sleeve.pieces(weave, body=torso.body, soft=1.15, thread="thread"),
        *cuffs,
        body_piece(
            torso,
            sleeve,
            weave,
            stitches=(yoke, yoke + (0, 6), *vees, *(path + (5, 0) for path in vees)),
            seams=(*torso.armhole, yoke),
            thread="thread",
            folds=(*torso.folds(0.9), Wrinkles(cut.seed + 3, 30, 60, 3, sharp=0.5)),
        ),
        *_flaps(torso, y, weave),
        Piece(
            waist,
            "main",
            weave,
            depth=9,
            bulge=0.5,
            stitches=(torso.hem_line(38), torso.hem_line(7)),
            thread="thread",
            shadow=0.35,
            reach=4,
            sideways=True,
        ),
        Piece(
            placket,
            "main",
            weave,
            depth=8,
            bulge=0.4,
            stitches=both((13, neck), (13, torso.bottom)),
            thread="thread",
            shadow=0.3,
            reach=4,
        ),
        *studs(np.arange(neck + 24, torso.bottom - 8, 66)),
        *collar_wings(torso, "main", weave, fall=66, out=78, stitched=True),
    )
    return Goods(pieces, focus=(380, torso.top + 150), hollow=tuple(neck_inside(torso, weave)))


def studs(heights: Points, metal: str = "#b5915c") -> list[Piece]:
    return [
        Piece(
            ellipse(360, float(at), 6.5, 6.5),
            metal,
            Weave.SMOOTH,
            depth=4,
            bulge=0.9,
            gloss=0.6,
            shadow=0.4,
            reach=3,
        )
        for at in heights
    ]


def _flaps(torso: Torso, y: float, weave: Weave) -> list[Piece]:
    right = line(*stops(f"34,{y + 2}! 112,{y}! 112,{y + 24}! 74,{y + 42}! 34,{y + 24}! 34,{y + 2}!")) + (
        MIDDLE,
        0,
    )
    return [
        piece
        for shape, x in ((right, 434), (mirrored(right), 286))
        for piece in (
            Piece(
                shape,
                "main",
                weave,
                depth=6,
                bulge=0.5,
                stitches=(shape,),
                thread="thread",
                shadow=0.4,
                reach=4,
            ),
            Piece(
                ellipse(x, y + 28, 5.6, 5.6), "#b5915c", Weave.SMOOTH, depth=4, bulge=0.9, gloss=0.6, reach=3
            ),
        )
    ]
