"""Sweatshirts and hoodies."""

from dataclasses import replace

import numpy as np

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, line, mirrored, rounded, stops
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, torso_for
from .hoods import cords, hood_pieces
from .torso import Sleeve, Torso, neck_band, neck_inside


def sweatshirt(cut: Cut) -> Goods:
    torso, sleeve = _sweat_shapes(cut)
    return Goods(
        (*sweat(torso, sleeve, Weave.FLEECE), *neck_band(torso, 20), *_v_insert(torso)),
        focus=(360, torso.top + 110),
        hollow=tuple(neck_inside(torso, Weave.FLEECE)),
    )


def hoodie(cut: Cut) -> Goods:
    torso, sleeve = _sweat_shapes(cut)
    behind, front = hood_pieces(torso, Weave.FLEECE)
    zipped = cut.one_of((True, False), "zip")
    pieces = (
        *sweat(torso, sleeve, Weave.FLEECE),
        *_kangaroo(torso, split=zipped),
        *(_zip(torso.top + torso.dip, torso.bottom - 4) if zipped else ()),
        *front,
        *cords(torso),
    )
    return Goods(pieces, focus=(360, torso.top + 150), hollow=behind)


def _sweat_shapes(cut: Cut) -> tuple[Torso, Sleeve]:
    torso = torso_for(cut)
    torso = replace(
        torso,
        shoulder=torso.shoulder + 8,
        chest=torso.chest + 12,
        waist=torso.waist + 16,
        hem=torso.hem + 4,
        bottom=torso.bottom - 20,
        armpit=torso.armpit + 14,
    )
    return torso, Sleeve(torso, length=0.99, wide=112, cuff=66, spread=8)


def sweat(torso: Torso, sleeve: Sleeve, weave: Weave, paint: str = "main") -> list[Piece]:
    rib = 38
    hem = _hem_rib(torso, rib)
    return [
        *sleeve.pieces(weave, paint=paint, body=torso.body, soft=1.25),
        *(
            Piece(shape, "trim", Weave.RIB, depth=16, bulge=0.8, shadow=0.3, reach=4)
            for shape in sleeve.cuff_shape(34, -0.18)
        ),
        body_piece(torso, sleeve, weave, paint=paint, folds=torso.folds(1.15), depth=100),
        hem,
    ]


def _hem_rib(torso: Torso, deep: float) -> Piece:
    top = torso.hem_line(deep, torso.hem)
    low = torso.hem_line(0, torso.hem - 12)
    return Piece(
        np.concatenate([top, low[::-1]]),
        "trim",
        Weave.RIB,
        depth=deep * 0.6,
        bulge=0.6,
        shadow=0.32,
        reach=3,
        folds=(Wrinkles(torso.seed + 41, 50, 200, 5),),
    )


def _v_insert(torso: Torso) -> list[Piece]:
    y = torso.top + torso.dip + 20
    shape = line(*stops(f"-26,{y - 6}! 0,{y} 26,{y - 6}! 0,{y + 36}! -26,{y - 6}!")) + (
        MIDDLE,
        0,
    )
    return [Piece(shape, "trim", Weave.RIB, depth=5, bulge=0.3, stitches=(shape,), shadow=0.15, reach=2)]


def _kangaroo(torso: Torso, *, split: bool) -> list[Piece]:
    top, low = torso.bottom - 190, torso.bottom - 48
    half = line(
        *stops(
            f"{0.5 if not split else 7},{top}! 62,{top}! 92,{top + 42} 112,{low - 26}! "
            f"112,{low}! {0.5 if not split else 7},{low + 3}!"
        )
    )
    opening = line((62, top), (92, top + 42), (112, low - 26))
    fold = (Wrinkles(torso.seed + 61, 60, 70, 5),)
    halves = [half + (MIDDLE, 0), mirrored(half + (MIDDLE, 0))]
    shapes = halves if split else [np.concatenate([halves[0], halves[1][::-1]])]
    stitches = tuple(
        path + shift
        for path, shift in zip(
            (opening + (MIDDLE, 0), mirrored(opening + (MIDDLE, 0))), ((-8, 2), (8, 2)), strict=True
        )
    )
    return [
        Piece(
            shape,
            "main",
            Weave.FLEECE,
            depth=12,
            bulge=0.45,
            folds=fold,
            stitches=stitches,
            shadow=0.36,
            reach=5,
        )
        for shape in shapes
    ]


def _zip(top: float, bottom: float) -> list[Piece]:
    tape = line(*stops(f"-8,{top}! 8,{top}! 8,{bottom}! -8,{bottom}! -8,{top}!")) + (
        MIDDLE,
        0,
    )
    teeth = rounded(357, top, 6, bottom - top, 2)
    pull = rounded(356.2, top + 12, 8, 26, 3)
    return [
        Piece(tape, "trim", Weave.TWILL, depth=5, bulge=0.4, shadow=0.2, reach=3),
        Piece(
            teeth,
            "#a9adb3",
            Weave.CORDUROY,
            depth=3,
            bulge=0.7,
            gloss=0.4,
            shadow=0.2,
            reach=2,
            sideways=True,
        ),
        Piece(pull, "#c6cad0", Weave.SMOOTH, depth=3, bulge=0.9, gloss=0.6, shadow=0.4, reach=3),
    ]
