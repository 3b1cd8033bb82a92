"""Dresses."""

from dataclasses import replace
from typing import Any

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods, Who
from ..outline import MIDDLE, Points, band, both, ellipse, line, stops
from ..piece import Piece
from ..weave import Weave
from .bodies import collar_wings, torso_for
from .skirts import skirt_folds, skirt_shape
from .torso import Sleeve, Torso, neck_band, neck_inside


def _bodice(cut: Cut, **changes: Any) -> Torso:
    torso = torso_for(cut)
    waist = torso.top + (262 if cut.who is Who.WOMEN else 226)
    slim = 108 if cut.who is Who.WOMEN else 122
    torso = replace(
        torso,
        waist=slim,
        waist_at=waist - 60,
        hem=slim - 2,
        bottom=waist,
        curve=4,
        armpit=torso.armpit - 12,
        shoulder=torso.shoulder - 10,
        chest=torso.chest - 8,
    )
    return replace(torso, **changes)


def _dress(
    cut: Cut,
    torso: Torso,
    sleeve: Sleeve | None,
    skirt: tuple[float, float],
    *,
    weave: Weave,
    neck: list[Piece],
    extra: tuple[Piece, ...] = (),
    full: float = 1.0,
    belt: str = "",
) -> Goods:
    bottom, flare = skirt
    top = torso.bottom - 6
    shape = skirt_shape(top, torso.hem - 1, bottom, flare, cut.seed)
    sheen = 0.12 if weave is Weave.SATIN else 0.07
    form = (sleeve.right, sleeve.right * (-1, 1) + (2 * MIDDLE, 0)) if sleeve else ()
    waistline = torso.hem_line(3)
    bust = (_darts(torso), *torso.folds(0.55))
    pieces = (
        *(
            sleeve.pieces(weave, body=torso.body, soft=0.9, sheen=sheen, stitches=sleeve.cross(10))
            if sleeve
            else ()
        ),
        _gathered(cut, torso, shape, skirt, weave, full),
        Piece(
            torso.body,
            "main",
            weave,
            depth=80,
            bulge=0.8,
            folds=bust,
            form=(*form, shape),
            seams=(*(torso.armhole if sleeve else ()), waistline),
            sheen=sheen,
            shadow=0.25,
            reach=4,
            bend=10,
        ),
        *(
            []
            if sleeve
            else (
                Piece(band(path, 7), "main", Weave.SMOOTH, depth=4, bulge=0.7, shadow=0.2, reach=2)
                for path in torso.armhole
            )
        ),
        *(_belt(torso, belt) if belt else ()),
        *neck,
        *extra,
    )
    inside = neck_inside(torso, weave)[: 4 if not torso.vee else 1]
    return Goods(pieces, focus=(360, torso.top + 160), zoom=1.9, hollow=tuple(inside))


def _gathered(
    cut: Cut, torso: Torso, shape: Points, skirt: tuple[float, float], weave: Weave, full: float
) -> Piece:
    """The skirt, sewn to the bodice."""
    bottom, flare = skirt
    top = torso.bottom - 6
    gathers = tuple(path for x in (16, 38, 60, 82) for path in both((x, top + 6), (x + 5, top + 58)))
    hanging = skirt_folds(cut.seed, top, bottom, flare, full=full)
    sheen, gloss = (0.12, 0.05) if weave is Weave.SATIN else (0.07, 0.0)
    return Piece(
        shape,
        "main",
        weave,
        depth=80,
        bulge=0.7,
        folds=(*hanging, Creases(gathers, 7, -3.2 * full)),
        sheen=sheen,
        gloss=gloss,
        form=(torso.body,),
    )


def _darts(torso: Torso) -> Creases:
    c, a = torso.chest, torso.armpit
    return Creases(both((c - 6, a + 22), (c - 52, a + 38), (c - 78, a + 34)), 10, -3)


def _belt(torso: Torso, paint: str) -> list[Piece]:
    path = line(
        (MIDDLE - torso.hem - 1, torso.bottom - 10),
        (MIDDLE, torso.bottom - 4),
        (MIDDLE + torso.hem + 1, torso.bottom - 10),
    )
    bow = [
        line(*stops("0,0! 26,-22 46,-10 38,14 0,4!")),
        line(*stops("0,0! -24,-18 -44,-4 -34,16 0,4!")),
    ]
    tails = [
        band(line((0, 0), (14, 40), (20, 104)), (10, 17)),
        band(line((0, 0), (-10, 40), (-6, 92)), (10, 17)),
    ]
    at = (MIDDLE - 46, torso.bottom - 8)
    return [
        Piece(
            band(path, 22),
            paint,
            Weave.SATIN,
            depth=9,
            bulge=0.7,
            shadow=0.35,
            reach=4,
            folds=(Wrinkles(torso.seed, 90, 10, 2),),
        ),
        *(
            Piece(shape + at, paint, Weave.SATIN, depth=9, bulge=0.8, shadow=0.4, reach=5)
            for shape in (*tails, *bow)
        ),
        Piece(ellipse(at[0], at[1] + 1, 10, 11), paint, Weave.SATIN, depth=8, bulge=0.9, shadow=0.4, reach=4),
    ]


def sun_dress(cut: Cut) -> Goods:
    """Sleeveless, fitted above and wide below."""
    torso = _bodice(
        cut,
        neck=66,
        shoulder=114 if cut.who is Who.WOMEN else 118,
        slope=20,
        chest=118 if cut.who is Who.WOMEN else 126,
        armpit=302,
        dip=cut.between(70, 104, "dip"),
    )
    bottom = cut.between(690, 800, "length") - (70 if cut.who is Who.KIDS else 0)
    return _dress(
        cut,
        torso,
        None,
        (bottom, cut.between(196, 244, "flare")),
        weave=Weave.CANVAS,
        neck=neck_band(torso, 9, weave=Weave.SMOOTH),
    )


def tea_dress(cut: Cut) -> Goods:
    torso = _bodice(cut, vee=True, dip=cut.between(92, 126, "vee"))
    sleeve = Sleeve(torso, length=cut.between(0.24, 0.34, "sleeve"), wide=102, cuff=98, spread=18)
    bottom = cut.between(740, 830, "length") - (90 if cut.who is Who.KIDS else 0)
    return _dress(
        cut,
        torso,
        sleeve,
        (bottom, cut.between(170, 215, "flare")),
        weave=Weave.SATIN,
        neck=neck_band(torso, 8, weave=Weave.SMOOTH),
        belt=cut.one_of(("main", "", "accent"), "belt"),
    )


def maxi_dress(cut: Cut) -> Goods:
    torso = _bodice(cut, vee=True, dip=cut.between(110, 150, "vee"))
    sleeve = Sleeve(torso, length=0.97, wide=104, cuff=70, spread=12)
    return _dress(
        cut,
        torso,
        sleeve,
        (cut.between(930, 1000, "length"), cut.between(210, 270, "flare")),
        weave=Weave.SATIN,
        neck=neck_band(torso, 8, weave=Weave.SMOOTH),
        full=1.2,
        belt=cut.one_of(("main", "accent"), "belt"),
    )


def shirt_dress(cut: Cut) -> Goods:
    torso = _bodice(cut, dip=60, neck=58)
    sleeve = Sleeve(torso, length=0.5, wide=100, cuff=92, spread=14)
    bottom = cut.between(720, 800, "length") - (80 if cut.who is Who.KIDS else 0)
    y = torso.top + torso.dip
    placket = line(*stops(f"-15,{y - 6}! 15,{y - 6}! 15,{bottom + 6}! -15,{bottom + 6.1}! -15,{y - 6}!")) + (
        MIDDLE,
        0,
    )
    extra = (
        Piece(
            placket,
            "main",
            Weave.CANVAS,
            depth=8,
            bulge=0.35,
            stitches=both((11, y), (11, bottom)),
            shadow=0.2,
            reach=3,
            folds=skirt_folds(cut.seed, torso.bottom, bottom, 180, full=0.6),
        ),
        *(
            Piece(ellipse(360, at, 5, 5), "button", Weave.SMOOTH, depth=3.4, bulge=0.7, gloss=0.3, reach=2.4)
            for at in np.arange(y + 26, bottom - 30, 62)
        ),
        *collar_wings(torso, "main", Weave.CANVAS, fall=54, out=62, stitched=True),
    )
    goods = _dress(
        cut,
        torso,
        sleeve,
        (bottom, cut.between(165, 195, "flare")),
        weave=Weave.CANVAS,
        neck=[],
        extra=(),
        full=0.75,
    )
    belt = tuple(_belt(torso, cut.one_of(("main", "accent"), "belt")))
    return replace(goods, pieces=(*goods.pieces, *extra, *belt))


def knit_dress(cut: Cut) -> Goods:
    """Straight and close, ribbed, with long sleeves."""
    torso = torso_for(cut)
    torso = replace(
        torso,
        bottom=torso.bottom + (120 if cut.who is Who.WOMEN else 60),
        hem=torso.hem - 6,
        waist=torso.waist - 4,
    )
    sleeve = Sleeve(torso, length=0.98, wide=86, cuff=52, spread=2)
    pieces = (
        *sleeve.pieces(Weave.RIB, body=torso.body, soft=0.9),
        Piece(
            torso.body,
            "main",
            Weave.RIB,
            depth=95,
            bulge=0.85,
            form=(sleeve.right, sleeve.right * (-1, 1) + (720, 0)),
            folds=torso.folds(0.8),
            seams=(*torso.armhole, torso.hem_line(22)),
            bend=14,
            shadow=0.15,
        ),
        *neck_band(torso, 17),
    )
    return Goods(pieces, focus=(360, torso.top + 130), hollow=tuple(neck_inside(torso, Weave.KNIT)))
