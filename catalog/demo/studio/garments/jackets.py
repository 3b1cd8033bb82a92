"""Bombers and puffers, and what all jackets share."""

from dataclasses import replace
from typing import Any

import numpy as np

from ..folds import Creases, Fold, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, band, line, mirrored, rounded, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, torso_for
from .torso import Sleeve, Torso, neck_band, neck_inside


def jacket_shapes(cut: Cut, **changes: Any) -> tuple[Torso, Sleeve]:
    torso = torso_for(cut)
    torso = replace(
        torso,
        shoulder=torso.shoulder + 12,
        chest=torso.chest + 14,
        waist=torso.waist + 18,
        hem=torso.hem + 8,
        armpit=torso.armpit + 10,
    )
    torso = replace(torso, **changes)
    return torso, Sleeve(torso, length=0.99, wide=112, cuff=76, spread=8)


def bomber(cut: Cut) -> Goods:
    torso, sleeve = jacket_shapes(cut)
    torso = replace(torso, bottom=torso.bottom - 40)
    sleeve = replace(sleeve, torso=torso)
    weave, gloss = cut.one_of(((Weave.SMOOTH, 0.10), (Weave.TWILL, 0.03)), "cloth")
    soft = 1.35
    pieces = (
        *sleeve.pieces(weave, body=torso.body, soft=soft, gloss=gloss, sheen=0.12),
        *(
            Piece(shape, "trim", Weave.RIB, depth=16, bulge=0.8, shadow=0.35, reach=5)
            for shape in sleeve.cuff_shape(34, -0.2)
        ),
        body_piece(torso, sleeve, weave, folds=torso.folds(soft), gloss=gloss, sheen=0.12),
        *_slant_pockets(torso, weave, gloss),
        _rib_hem(torso, 42),
        *_zipper(torso.top + torso.dip - 4, torso.bottom - 4),
        *neck_band(torso, 26, paint="trim"),
    )
    return Goods(
        pieces, focus=(350, torso.top + 130), hollow=tuple(neck_inside(torso, Weave.SATIN, paint="lining"))
    )


def _rib_hem(torso: Torso, deep: float) -> Piece:
    shape = np.concatenate([torso.hem_line(deep, torso.hem), torso.hem_line(0, torso.hem - 14)[::-1]])
    return Piece(
        shape,
        "trim",
        Weave.RIB,
        depth=deep * 0.6,
        bulge=0.6,
        shadow=0.38,
        reach=4,
        folds=(Wrinkles(torso.seed + 41, 50, 200, 6),),
    )


def _zipper(top: float, bottom: float, *, metal: str = "#b9bdc3") -> list[Piece]:
    tape = line(*stops(f"-9,{top}! 9,{top}! 9,{bottom}! -9,{bottom}! -9,{top}!")) + (
        MIDDLE,
        0,
    )
    return [
        Piece(tape, "lining", Weave.TWILL, depth=5, bulge=0.4, shadow=0.3, reach=4),
        Piece(
            rounded(356.6, top, 6.8, bottom - top, 2),
            metal,
            Weave.CORDUROY,
            depth=3,
            bulge=0.7,
            gloss=0.5,
            shadow=0.2,
            reach=2,
            sideways=True,
        ),
        Piece(
            rounded(355.5, top + 10, 9, 30, 3.5),
            metal,
            Weave.SMOOTH,
            depth=3,
            bulge=0.9,
            gloss=0.7,
            shadow=0.45,
            reach=4,
        ),
    ]


def _slant_pockets(torso: Torso, weave: Weave, gloss: float) -> list[Piece]:
    y = torso.bottom - 190
    right = line((torso.waist - 92, y), (torso.waist - 52, y + 96)) + (MIDDLE, 0)
    return [
        Piece(
            band(path, 17),
            "main",
            weave,
            depth=6,
            bulge=0.6,
            stitches=(band(path, 12),),
            shadow=0.4,
            reach=4,
            gloss=gloss,
        )
        for path in (right, mirrored(right))
    ]


def puffer(cut: Cut) -> Goods:
    torso, sleeve = jacket_shapes(cut, dip=34)
    torso = replace(torso, bottom=torso.bottom - 10)
    sleeve = replace(sleeve, torso=torso, wide=128, cuff=84)
    step = cut.one_of((58.0, 74.0), "quilting")
    quilt = tuple(
        line((MIDDLE - 240, y), (MIDDLE, y + 7), (MIDDLE + 240, y))
        for y in np.arange(torso.top + 84, torso.bottom - 18, step)
    )
    tubes = _tubes(quilt, step, cut.seed)
    arms = tuple(path for at in np.arange(10, 430, step) for path in sleeve.cross(float(at), 1.5))
    gloss = cut.one_of((0.28, 0.12), "shine")
    n, top = torso.neck, torso.top
    collar = symmetric(
        *stops(
            f"0,{top - 34} {n * 0.8},{top - 40} {n + 10},{top - 34}! {n + 20},{top + 2} "
            f"{n + 6},{top + 34}! {n * 0.6},{top + 50} 0,{top + 56}"
        )
    )
    pieces = (
        *(
            replace(
                piece,
                folds=(*_tubes(arms, step, cut.seed + 1), Wrinkles(cut.seed, 30, 44, 3.4, sharp=0.4)),
                seams=arms,
                gloss=gloss,
                sheen=0.16,
                depth=44,
                bulge=1.1,
            )
            for piece in sleeve.pieces(Weave.SMOOTH, body=torso.body)
        ),
        body_piece(torso, sleeve, Weave.SMOOTH, folds=tubes, seams=quilt, gloss=gloss, sheen=0.16, bulge=0.9),
        *_slant_pockets(torso, Weave.SMOOTH, gloss),
        *_zipper(top + 10, torso.bottom - 6, metal="#54585f"),
        Piece(
            collar,
            "main",
            Weave.SMOOTH,
            depth=34,
            bulge=1.0,
            gloss=gloss,
            sheen=0.16,
            shadow=0.4,
            reach=8,
            seams=(line((MIDDLE - n - 16, top + 4), (MIDDLE, top + 16), (MIDDLE + n + 16, top + 4)),),
            folds=(Wrinkles(cut.seed + 9, 26, 40, 3.4),),
        ),
        Piece(
            symmetric(
                *stops(
                    f"0,{top - 40} {n * 0.8},{top - 40} {n + 8},{top - 34} {n * 0.7},{top - 24} 0,{top - 20}"
                )
            ),
            "lining",
            Weave.SMOOTH,
            depth=10,
            bulge=0.2,
            light=0.5,
            shadow=0.1,
        ),
        *_zipper(top - 14, top + 60, metal="#54585f"),
    )
    return Goods(pieces, focus=(370, torso.top + 150))


def _tubes(lines: tuple[Points, ...], step: float, seed: int) -> tuple[Fold, ...]:
    return (
        Creases(lines, step * 0.42, -9),
        Creases(lines, 10, -4.5),
        Wrinkles(seed + 81, 26, 40, 4.2, sharp=0.35),
        Wrinkles(seed + 82, 70, 50, 5),
    )
