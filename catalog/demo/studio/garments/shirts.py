"""Woven shirts."""

from dataclasses import replace

import numpy as np

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, both, ellipse, line, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, collar_wings, torso_for
from .torso import Sleeve, Torso, neck_inside


def shirt(cut: Cut) -> Goods:
    torso = _shirt_torso(cut)
    sleeve = Sleeve(torso, length=0.99, wide=94, cuff=60, spread=4)
    cuffs = [
        Piece(
            shape, "main", Weave.CANVAS, depth=8, bulge=0.6, shadow=0.3, reach=4, turn=turn, stitches=(shape,)
        )
        for shape, turn in zip(sleeve.cuff_shape(38, -0.12), (-8.0, 8.0), strict=True)
    ]
    pockets = _pocket(torso) if cut.one_of((True, False), "pocket") else []
    return _buttoned(cut, torso, sleeve, [*cuffs], pockets, Weave.CANVAS)


def short_sleeve_shirt(cut: Cut) -> Goods:
    torso = _shirt_torso(cut)
    sleeve = Sleeve(torso, length=0.42, wide=108, cuff=104, spread=20)
    return _buttoned(cut, torso, sleeve, [], _pocket(torso), Weave.CANVAS)


def denim_shirt(cut: Cut) -> Goods:
    torso = _shirt_torso(cut)
    sleeve = Sleeve(torso, length=0.99, wide=96, cuff=62, spread=4)
    cuffs = [
        Piece(shape, "main", Weave.DENIM, depth=8, bulge=0.6, stitches=(shape,), thread="thread", reach=4)
        for shape in sleeve.cuff_shape(38, -0.12)
    ]
    pockets = [
        *_pocket(torso, flap=True, weave=Weave.DENIM),
        *_pocket(torso, flap=True, weave=Weave.DENIM, left=True),
    ]
    return _buttoned(cut, torso, sleeve, cuffs, pockets, Weave.DENIM)


def _shirt_torso(cut: Cut) -> Torso:
    torso = torso_for(cut, dip=62, neck=58)
    return replace(
        torso,
        bottom=torso.bottom + 10,
        curve=cut.between(34, 62, "tail"),
        chest=torso.chest + 6,
        waist=torso.waist + 10,
    )


def _buttoned(
    cut: Cut, torso: Torso, sleeve: Sleeve, cuffs: list[Piece], pockets: list[Piece], weave: Weave
) -> Goods:
    thread = "thread" if weave is Weave.DENIM else ""
    neck = torso.top + torso.dip
    crisp = (
        *torso.folds(1.0),
        Wrinkles(cut.seed + 71, 34, 90, 3.0, turn=25, sharp=0.5),
        Wrinkles(cut.seed + 72, 34, 90, 3.0, turn=-30, sharp=0.5),
    )
    placket = line(
        *stops(
            f"-17,{neck - 8}! 17,{neck - 8}! 17,{torso.bottom}! 0,{torso.bottom + 2} "
            f"-17,{torso.bottom}! -17,{neck - 8}!"
        )
    ) + (MIDDLE, 0)
    buttons = [
        Piece(
            ellipse(360, at, 5.4, 5.4),
            "button",
            Weave.SMOOTH,
            depth=3.4,
            bulge=0.7,
            gloss=0.3,
            shadow=0.4,
            reach=2.4,
        )
        for at in np.arange(neck + 28, torso.bottom - 40, 74)
    ]
    pieces = (
        *sleeve.pieces(
            weave, body=torso.body, soft=1.1, thread=thread, stitches=() if cuffs else sleeve.cross(24)
        ),
        *cuffs,
        body_piece(
            torso, sleeve, weave, folds=crisp, stitches=(torso.hem_line(9), *_yoke(torso)), thread=thread
        ),
        *pockets,
        Piece(
            placket,
            "main",
            weave,
            depth=8,
            bulge=0.35,
            stitches=both((12, neck), (12, torso.bottom - 4)),
            thread=thread,
            shadow=0.22,
            reach=3,
            folds=(Wrinkles(cut.seed + 4, 120, 150, 9), *torso.folds(0.5)),
            bend=14,
        ),
        *buttons,
        *collar_wings(torso, "main", weave, fall=58, out=66, stitched=True),
        Piece(
            ellipse(360, neck - 2, 5.2, 5.2),
            "button",
            Weave.SMOOTH,
            depth=3.4,
            bulge=0.7,
            gloss=0.3,
            reach=2.4,
        ),
    )
    return Goods(pieces, focus=(370, torso.top + 120), hollow=tuple(neck_inside(torso, weave)))


def _yoke(torso: Torso) -> tuple[Points, Points]:
    return both((torso.neck + 22, torso.top + 34), (torso.shoulder - 6, torso.top + torso.slope + 16))


def _pocket(
    torso: Torso, *, flap: bool = False, weave: Weave = Weave.CANVAS, left: bool = False
) -> list[Piece]:
    x, y = (MIDDLE - 118 if left else MIDDLE + 40), torso.armpit - 34
    thread = "thread" if weave is Weave.DENIM else ""
    shape = line(
        *stops(f"{x},{y}! {x + 78},{y + 0.1}! {x + 78},{y + 72}! {x + 39},{y + 88}! {x},{y + 72}! {x},{y}!")
    )
    pieces = [
        Piece(
            shape,
            "main",
            weave,
            depth=6,
            bulge=0.35,
            stitches=(shape,),
            thread=thread,
            shadow=0.32,
            reach=3,
            bend=14,
        )
    ]
    if flap:
        cover = line(
            *stops(
                f"{x - 2},{y - 10}! {x + 80},{y - 10}! {x + 80},{y + 14}! {x + 39},{y + 32}! "
                f"{x - 2},{y + 14}! {x - 2},{y - 10}!"
            )
        )
        pieces += [
            Piece(
                cover,
                "main",
                weave,
                depth=6,
                bulge=0.5,
                stitches=(cover,),
                thread=thread,
                shadow=0.4,
                reach=4,
            ),
            Piece(
                ellipse(x + 39, y + 20, 4.6, 4.6),
                "button",
                Weave.SMOOTH,
                depth=3,
                bulge=0.7,
                gloss=0.4,
                reach=2,
            ),
        ]
    return pieces


def tunic(cut: Cut) -> Goods:
    """A long shirt with a stand-up collar and side slits."""
    torso = _shirt_torso(cut)
    torso = replace(torso, bottom=torso.bottom + 120, hem=torso.hem + 12, curve=8)
    sleeve = Sleeve(torso, length=0.72, wide=96, cuff=78, spread=8)
    neck = torso.top + torso.dip
    n = torso.neck
    stand = symmetric(
        *stops(
            f"0,{neck - 4} {n * 0.7},{torso.top + 34} {n - 2},{torso.top - 12}! "
            f"{n + 10},{torso.top + 2}! {n * 0.82},{torso.top + 48} 0,{neck + 12}"
        )
    )
    placket = line(
        *stops(f"-15,{neck}! 15,{neck}! 15,{neck + 170}! 0,{neck + 184} -15,{neck + 170}! -15,{neck}!")
    ) + (MIDDLE, 0)
    pieces = (
        *sleeve.pieces(Weave.CANVAS, body=torso.body, stitches=sleeve.cross(26)),
        body_piece(
            torso,
            sleeve,
            Weave.CANVAS,
            stitches=(
                torso.hem_line(14),
                *both((torso.hem - 10, torso.bottom - 110), (torso.hem - 10, torso.bottom - 16)),
            ),
        ),
        Piece(placket, "trim", Weave.CANVAS, depth=8, bulge=0.35, stitches=(placket,), shadow=0.25, reach=3),
        *(
            Piece(ellipse(360, at, 4.6, 4.6), "button", Weave.SMOOTH, depth=3, bulge=0.7, gloss=0.3, reach=2)
            for at in np.arange(neck + 26, neck + 160, 44)
        ),
        Piece(stand, "trim", Weave.CANVAS, depth=10, bulge=0.5, shadow=0.3, reach=4),
    )
    return Goods(pieces, focus=(365, torso.top + 140), hollow=tuple(neck_inside(torso, Weave.CANVAS)))
