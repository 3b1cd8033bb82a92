"""Sweaters and cardigans."""

from dataclasses import replace

import numpy as np

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, band, ellipse, line, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .bodies import torso_for
from .sweats import sweat
from .torso import Sleeve, Torso, neck_band, neck_inside


def sweater(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    weave = cut.one_of((Weave.KNIT, Weave.CABLE), "stitch")
    return Goods(
        (*sweat(torso, sleeve, weave), *neck_band(torso, 22)),
        focus=(360, torso.top + 120),
        hollow=tuple(neck_inside(torso, Weave.KNIT)),
    )


def cable_sweater(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    return Goods(
        (*sweat(torso, sleeve, Weave.CABLE), *neck_band(torso, 24)),
        focus=(360, torso.top + 130),
        hollow=tuple(neck_inside(torso, Weave.KNIT)),
    )


def roll_neck(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    torso = replace(torso, neck=56, dip=26)
    n, top = torso.neck, torso.top
    roll = symmetric(
        *stops(
            f"0,{top - 66} {n * 0.7},{top - 68} {n + 2},{top - 60}! {n + 9},{top - 30} "
            f"{n + 12},{top + 8}! {n * 0.6},{top + 32} 0,{top + 38}"
        )
    )
    mouth = symmetric(
        *stops(f"0,{top - 72} {n * 0.7},{top - 70} {n},{top - 62} {n * 0.7},{top - 54} 0,{top - 52}")
    )
    fold = symmetric(
        *stops(
            f"0,{top - 10} {n * 0.7},{top - 14} {n + 10},{top - 22}! {n + 15},{top + 6}! "
            f"{n * 0.7},{top + 34} 0,{top + 40}"
        )
    )
    pieces = (
        *sweat(torso, sleeve, Weave.KNIT),
        Piece(
            roll,
            "main",
            Weave.RIB,
            depth=40,
            bulge=0.9,
            shadow=0.3,
            reach=8,
            folds=(Wrinkles(cut.seed + 3, 70, 22, 4),),
        ),
        Piece(fold, "main", Weave.RIB, depth=24, bulge=0.9, shadow=0.3, reach=5),
        Piece(mouth, "main", Weave.RIB, depth=8, bulge=0.2, light=0.42, shadow=0),
    )
    return Goods(pieces, focus=(360, torso.top + 60))


def cardigan(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    torso = replace(torso, vee=True, dip=cut.between(150, 230, "vee"))
    y = torso.top + torso.dip
    path = line((0, torso.bottom), (0, y + 40), (0, y)) + (MIDDLE, 0)
    edge = [
        Piece(band(torso.collar_line(4), 24), "trim", Weave.RIB, depth=10, bulge=0.7, shadow=0.35, reach=4),
        Piece(band(path, 26), "trim", Weave.RIB, depth=10, bulge=0.6, shadow=0.35, reach=4),
    ]
    buttons = [
        Piece(ellipse(360, at, 7.5, 7.5), "button", Weave.SMOOTH, depth=5, bulge=0.8, gloss=0.3, reach=3)
        for at in np.arange(y + 22, torso.bottom - 14, 66)
    ]
    back = replace(torso, vee=False, dip=20)
    hollow = (
        Piece(torso.inside, "main", Weave.KNIT, depth=60, bulge=0.2, light=0.5, shadow=0),
        *neck_inside(back, Weave.KNIT)[1:],
    )
    return Goods((*sweat(torso, sleeve, Weave.KNIT), *edge, *buttons), focus=(370, y + 30), hollow=hollow)


def _knit_shapes(cut: Cut) -> tuple[Torso, Sleeve]:
    torso = torso_for(cut)
    torso = replace(
        torso,
        chest=torso.chest + 6,
        waist=torso.waist + 10,
        hem=torso.hem,
        bottom=torso.bottom - 24,
        armpit=torso.armpit + 6,
    )
    return torso, Sleeve(torso, length=0.99, wide=98, cuff=60, spread=4)
