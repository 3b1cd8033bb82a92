"""Jackets and blazers."""

from dataclasses import replace
from typing import Any

import numpy as np

from ..folds import Creases, Fold, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Corner, Points, band, both, ellipse, line, mirrored, rounded, symmetric
from ..piece import Piece
from ..weave import Weave
from .tops import body_piece, collar_wings, torso_for
from .torso import Sleeve, Torso, neck_band, neck_inside


def _shapes(cut: Cut, **changes: Any) -> tuple[Torso, Sleeve]:
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
    torso, sleeve = _shapes(cut)
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
    tape = line(Corner(-9, top), Corner(9, top), Corner(9, bottom), Corner(-9, bottom), Corner(-9, top)) + (
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


def denim_jacket(cut: Cut) -> Goods:
    torso, sleeve = _shapes(cut, dip=62, neck=60)
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
        Corner(-18, neck - 8),
        Corner(18, neck - 8),
        Corner(18, torso.bottom),
        Corner(-18, torso.bottom + 0.1),
        Corner(-18, neck - 8),
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
        *_studs(np.arange(neck + 24, torso.bottom - 8, 66)),
        *collar_wings(torso, "main", weave, fall=66, out=78, stitched=True),
    )
    return Goods(pieces, focus=(380, torso.top + 150), hollow=tuple(neck_inside(torso, weave)))


def _studs(heights: Points, metal: str = "#b5915c") -> list[Piece]:
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
    right = line(
        Corner(34, y + 2),
        Corner(112, y),
        Corner(112, y + 24),
        Corner(74, y + 42),
        Corner(34, y + 24),
        Corner(34, y + 2),
    ) + (MIDDLE, 0)
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


def puffer(cut: Cut) -> Goods:
    torso, sleeve = _shapes(cut, dip=34)
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
        (0, top - 34),
        (n * 0.8, top - 40),
        Corner(n + 10, top - 34),
        (n + 20, top + 2),
        Corner(n + 6, top + 34),
        (n * 0.6, top + 50),
        (0, top + 56),
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
                (0, top - 40), (n * 0.8, top - 40), (n + 8, top - 34), (n * 0.7, top - 24), (0, top - 20)
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


def blazer(cut: Cut) -> Goods:
    torso, sleeve = _shapes(cut, vee=True, dip=cut.between(190, 230, "vee"), curve=16)
    torso = replace(torso, bottom=torso.bottom + 36)
    sleeve = replace(sleeve, torso=torso, wide=102, cuff=74)
    weave = Weave.TWILL
    neck = torso.top + torso.dip
    n = torso.neck
    lapel = line(
        Corner(1, neck + 6),
        (n * 0.5, torso.top + torso.dip * 0.52),
        Corner(n - 4, torso.top - 6),
        Corner(n + 26, torso.top + 20),
        Corner(n + 16, torso.top + 62),
        Corner(n + 44, torso.top + 58),
        (n + 22, torso.top + 126),
        Corner(1, neck + 6),
    ) + (MIDDLE, 0)
    collar = line(
        Corner(n - 22, torso.top - 20),
        Corner(n - 2, torso.top - 14),
        (n + 22, torso.top + 14),
        Corner(n + 32, torso.top + 56),
        Corner(n + 14, torso.top + 62),
        (n - 2, torso.top + 18),
        Corner(n - 22, torso.top - 20),
    ) + (MIDDLE, 0)
    front = line((MIDDLE + 1, neck + 4), (MIDDLE + 3, torso.bottom - 60), (MIDDLE + 26, torso.bottom))
    welt = band(line((MIDDLE + 62, torso.armpit - 12), (MIDDLE + 122, torso.armpit - 22)), 13)
    flaps = [
        line(Corner(x, 0), Corner(x + 88, -0.1), Corner(x + 88, 32), Corner(x, 32), Corner(x, 0))
        + (MIDDLE, torso.bottom - 190)
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
    torso, sleeve = _shapes(cut, dip=40)
    torso = replace(torso, bottom=torso.bottom + 90, hem=torso.hem + 16)
    sleeve = replace(sleeve, torso=torso, cuff=82)
    n, top = torso.neck, torso.top
    weave, gloss = Weave.SMOOTH, 0.12
    hood = symmetric(
        (0, top - 84),
        (n + 10, top - 76),
        (n + 46, top - 30),
        (n + 40, top + 22),
        Corner(n + 10, top + 48),
        (0, top + 62),
    )
    mouth = symmetric((0, top - 40), (n - 6, top - 30), (n + 12, top + 2), (n - 14, top + 44), (0, top + 56))
    flap = line(
        Corner(-24, top + 46),
        Corner(24, top + 46),
        Corner(24, torso.bottom - 2),
        Corner(-24, torso.bottom),
        Corner(-24, top + 46),
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
        *_studs(np.arange(top + 84, torso.bottom - 20, 88), "#7d8187"),
        Piece(
            hood,
            "main",
            weave,
            depth=50,
            bulge=0.9,
            gloss=gloss,
            shadow=0.4,
            reach=8,
            folds=(Wrinkles(cut.seed + 52, 50, 50, 7, sharp=0.3),),
        ),
        Piece(mouth, "lining", Weave.JERSEY, depth=40, bulge=0.2, light=0.5, shadow=0.2),
    )
    return Goods(pieces, focus=(380, torso.top + 120))
