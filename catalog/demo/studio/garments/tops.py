"""Jersey and knitwear: T-shirts, tops, sweatshirts and sweaters."""

from dataclasses import replace
from typing import Any

import numpy as np

from ..folds import Creases, Drape, Wrinkles
from ..goods import Cut, Goods, Who
from ..outline import MIDDLE, Corner, band, both, ellipse, line, mirrored, rounded, symmetric
from ..piece import Piece
from ..weave import Weave
from .torso import Sleeve, Torso, neck_band, neck_inside

_BODIES = {
    Who.MEN: Torso(),
    Who.WOMEN: Torso(
        neck=62, shoulder=150, chest=142, armpit=318, waist=128, waist_at=480, hem=146, bottom=690
    ),
    Who.KIDS: Torso(
        neck=64, shoulder=152, chest=150, armpit=314, waist=148, waist_at=470, hem=154, bottom=620
    ),
}


def torso_for(cut: Cut, **changes: Any) -> Torso:
    loose = cut.between(-3, 8, "loose")
    body = replace(_BODIES[cut.who], seed=cut.seed)
    body = replace(
        body,
        chest=body.chest + loose,
        waist=body.waist + loose,
        hem=body.hem + loose,
        bottom=body.bottom + cut.between(-16, 18, "long"),
        dip=cut.between(44, 58, "dip"),
    )
    return replace(body, **changes)


def body_piece(torso: Torso, sleeves: Sleeve | None, weave: Weave, **details: Any) -> Piece:
    form = (sleeves.right, mirrored(sleeves.right)) if sleeves else ()
    seams = torso.armhole if sleeves else ()
    settings: dict[str, Any] = {
        "weave": weave,
        "depth": 95,
        "bulge": 0.75,
        "form": form,
        "folds": torso.folds(),
        "seams": seams,
        "bend": 14,
        "shadow": 0.12,
    }
    return Piece(torso.body, **(settings | details))


def tee(cut: Cut) -> Goods:
    torso = torso_for(cut)
    sleeve = Sleeve(torso, length=cut.between(0.33, 0.42, "sleeve"), cuff=cut.between(84, 96, "cuff"))
    return _tee(torso, sleeve, [])


def vneck_tee(cut: Cut) -> Goods:
    torso = torso_for(cut, vee=True, dip=cut.between(88, 112, "vee"))
    sleeve = Sleeve(torso, length=cut.between(0.28, 0.38, "sleeve"))
    return _tee(torso, sleeve, [])


def pocket_tee(cut: Cut) -> Goods:
    torso = torso_for(cut)
    x, y = 360 + 34, torso.armpit - 30
    shape = line(
        Corner(x, y),
        Corner(x + 78, y + 0.1),
        Corner(x + 78, y + 66),
        (x + 39, y + 86),
        Corner(x, y + 66),
        Corner(x, y),
    )
    top = line((x, y + 10), (x + 78, y + 10))
    pocket = Piece(
        shape,
        "accent" if cut.one_of((True, False, False), "contrast") else "main",
        depth=6,
        bulge=0.35,
        stitches=(shape, top),
        shadow=0.3,
        reach=2.5,
        bend=14,
    )
    return _tee(torso, Sleeve(torso, length=0.38), [pocket])


def long_sleeve_tee(cut: Cut) -> Goods:
    torso = torso_for(cut)
    sleeve = Sleeve(torso, length=0.98, cuff=50, wide=88, spread=2)
    return _tee(torso, sleeve, [], cuffs=True)


def ringer_tee(cut: Cut) -> Goods:
    torso = torso_for(cut)
    return _tee(torso, Sleeve(torso, length=0.36), [], collar="accent", cuffs=True)


def _tee(
    torso: Torso, sleeve: Sleeve, extra: list[Piece], *, collar: str = "main", cuffs: bool = False
) -> Goods:
    weave = Weave.JERSEY
    inside = neck_inside(torso, weave)
    bands = (
        [
            Piece(shape, collar, Weave.RIB, depth=8, bulge=0.6, shadow=0.2, reach=3)
            for shape in sleeve.cuff_shape(15)
        ]
        if cuffs
        else []
    )
    pieces = (
        *sleeve.pieces(
            weave, body=torso.body, stitches=() if cuffs else (*sleeve.cross(15), *sleeve.cross(11))
        ),
        *bands,
        body_piece(torso, sleeve, weave, stitches=(torso.hem_line(18), torso.hem_line(14))),
        *extra,
        *neck_band(torso, 15, paint=collar),
    )
    return Goods(pieces, focus=(360, torso.top + 110), hollow=tuple(inside))


def polo(cut: Cut) -> Goods:
    torso = torso_for(cut, dip=70, neck=58)
    sleeve = Sleeve(torso, length=cut.between(0.34, 0.4, "sleeve"), cuff=82)
    trim = cut.one_of(("main", "accent"), "trim")
    y = torso.top + torso.dip - 4
    placket = line(
        Corner(-15, y - 20),
        Corner(15, y - 20.1),
        Corner(15, y + 92),
        Corner(-15, y + 92),
        Corner(-15, y - 20),
    ) + (MIDDLE, 0)
    buttons = [
        Piece(
            ellipse(360, y + 14 + 31 * step, 5.2, 5.2),
            "button",
            Weave.SMOOTH,
            depth=3,
            bulge=0.7,
            gloss=0.25,
            reach=2,
        )
        for step in range(3)
    ]
    pieces = (
        *sleeve.pieces(Weave.CANVAS, body=torso.body),
        *(
            Piece(shape, trim, Weave.RIB, depth=9, bulge=0.6, shadow=0.2, reach=3)
            for shape in sleeve.cuff_shape(18)
        ),
        body_piece(torso, sleeve, Weave.CANVAS, stitches=(torso.hem_line(16),)),
        Piece(
            placket,
            "main",
            Weave.CANVAS,
            depth=7,
            bulge=0.35,
            stitches=both((11, y - 10), (11, y + 88)),
            shadow=0.25,
            reach=2.5,
        ),
        *buttons,
        *collar_wings(torso, trim, Weave.RIB, fall=48),
    )
    return Goods(pieces, focus=(360, torso.top + 110), hollow=tuple(neck_inside(torso, Weave.JERSEY)))


def collar_wings(
    torso: Torso, paint: str, weave: Weave, *, fall: float = 52, out: float = 62, stitched: bool = False
) -> list[Piece]:
    """A turned-down collar: its two points in front and its stand behind."""
    n, top, y = torso.neck, torso.top, torso.top + torso.dip
    wing = line(
        Corner(2, y - 6),
        (n * 0.62, top + torso.dip * 0.42),
        Corner(n - 6, top - 22),
        (n + 8, top - 10),
        Corner(n + 26, top + 16),
        Corner(out, y + fall * 0.86),
        Corner(2, y - 6),
    ) + (MIDDLE, 0)
    edge = line((8, y - 2), (out - 3, y + fall * 0.78), (n + 20, top + 18)) + (MIDDLE, 0)
    stand = symmetric(
        (0, top - 8),
        (n * 0.6, top - 14),
        Corner(n - 5, top - 22),
        Corner(n - 2, top + 8),
        (n * 0.6, top + 18),
        (0, top + 22),
    )
    details: dict[str, Any] = {"weave": weave, "depth": 13, "bulge": 0.5, "shadow": 0.42, "reach": 6.0}
    return [
        Piece(stand, paint, weave, depth=20, bulge=0.3, light=0.68, shadow=0.1),
        Piece(wing, paint, turn=38, stitches=(edge,) if stitched else (), **details),
        Piece(mirrored(wing), paint, turn=-38, stitches=(mirrored(edge),) if stitched else (), **details),
    ]


def tank(cut: Cut) -> Goods:
    torso = torso_for(cut, neck=76, shoulder=112, slope=22, dip=cut.between(96, 124, "scoop"), armpit=332)
    band_width = 9
    arms = [band(path, band_width) for path in torso.armhole]
    pieces = (
        body_piece(torso, None, Weave.JERSEY, stitches=(torso.hem_line(16),), depth=80),
        *(Piece(shape, "main", Weave.RIB, depth=5, bulge=0.7, shadow=0.2, reach=2) for shape in arms),
        *neck_band(torso, 10),
    )
    return Goods(
        pieces,
        focus=(360, torso.top + 130),
        hollow=tuple(neck_inside(replace(torso, dip=torso.dip - 20), Weave.JERSEY)[:2]),
    )


def blouse(cut: Cut) -> Goods:
    """Loose, with gathered shoulders and a ruffled or a banded neck."""
    torso = torso_for(cut, vee=cut.one_of((True, False), "vee"), dip=cut.between(66, 96, "dip"), bottom=660)
    puff = cut.one_of((0.42, 0.62, 0.98), "sleeve")
    sleeve = Sleeve(torso, length=puff, wide=112, cuff=94 if puff < 0.9 else 84, spread=10)
    drape = (Drape(cut.seed + 31, 9, 9, torso.armpit - 30, torso.bottom - 40, sharp=0.2), *torso.folds(0.5))
    gathers = (
        *both((80, torso.top + 26), (84, torso.top + 90)),
        *both((104, torso.top + 30), (108, torso.top + 84)),
        *both((60, torso.top + 30), (60, torso.top + 100)),
    )
    button_line = line((360, torso.top + torso.dip), (360, torso.bottom))
    cuffs = [
        Piece(shape, "main", Weave.SATIN, depth=11, bulge=0.6, shadow=0.25, reach=3)
        for shape in sleeve.cuff_shape(20, -0.22)
    ]
    pieces = (
        *sleeve.pieces(Weave.SATIN, body=torso.body, soft=1.3, sheen=0.12, gloss=0.05),
        *cuffs,
        body_piece(
            torso,
            sleeve,
            Weave.SATIN,
            folds=(*drape, Creases(gathers, 6, -2.2)),
            sheen=0.12,
            gloss=0.05,
            seams=(*torso.armhole, button_line),
        ),
        *(
            Piece(
                ellipse(360, torso.top + torso.dip + 24 + 54 * n, 4.2, 4.2),
                "button",
                Weave.SMOOTH,
                depth=3,
                bulge=0.7,
                gloss=0.3,
                reach=2,
            )
            for n in range(7)
        ),
        *neck_band(torso, 11, weave=Weave.SATIN),
    )
    return Goods(pieces, focus=(360, torso.top + 130), hollow=tuple(neck_inside(torso, Weave.SATIN)))


def sweatshirt(cut: Cut) -> Goods:
    torso, sleeve = _sweat_shapes(cut)
    return Goods(
        (*_sweat(torso, sleeve, Weave.FLEECE), *neck_band(torso, 20), *_v_insert(torso)),
        focus=(360, torso.top + 110),
        hollow=tuple(neck_inside(torso, Weave.FLEECE)),
    )


def hoodie(cut: Cut) -> Goods:
    torso, sleeve = _sweat_shapes(cut)
    hood, inner, front = _hood(torso)
    zipped = cut.one_of((True, False), "zip")
    pieces = (
        *_sweat(torso, sleeve, Weave.FLEECE),
        *_kangaroo(torso, split=zipped),
        *(_zip(torso.top + torso.dip, torso.bottom - 4) if zipped else ()),
        *front,
        *_cords(torso),
    )
    return Goods(pieces, focus=(360, torso.top + 150), hollow=(hood, inner))


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


def _sweat(torso: Torso, sleeve: Sleeve, weave: Weave, paint: str = "main") -> list[Piece]:
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
    shape = line(Corner(-26, y - 6), (0, y), Corner(26, y - 6), Corner(0, y + 36), Corner(-26, y - 6)) + (
        MIDDLE,
        0,
    )
    return [Piece(shape, "trim", Weave.RIB, depth=5, bulge=0.3, stitches=(shape,), shadow=0.15, reach=2)]


def _hood(torso: Torso) -> tuple[Piece, Piece, list[Piece]]:
    n, top, y = torso.neck, torso.top, torso.top + torso.dip
    back = symmetric(
        (0, top - 92),
        (n + 8, top - 84),
        (n + 48, top - 40),
        (n + 46, top + 10),
        Corner(n + 28, top + 34),
        (0, top + 60),
    )
    inner = symmetric((0, top - 46), (n - 6, top - 36), (n + 14, top - 2), (n - 10, top + 42), (0, y + 14))
    lip = line((0, y + 12), (n * 0.7, top + 48), (n + 16, top - 4), (n + 4, top - 40))
    edge = line(
        Corner(2, y + 40),
        (n * 0.9, top + 70),
        (n + 46, top + 34),
        Corner(n + 44, top - 20),
        (n + 26, top - 58),
        Corner(n - 8, top - 50),
        (n + 13, top - 4),
        (n * 0.66, top + 46),
        Corner(2, y + 6),
        Corner(2, y + 40),
    )
    front = [
        Piece(
            shape,
            "main",
            Weave.FLEECE,
            depth=26,
            bulge=0.8,
            folds=(Wrinkles(torso.seed + 51, 40, 90, 5, turn=30),),
            stitches=(path,),
            shadow=0.4,
            reach=8,
        )
        for shape, path in (
            (edge + (MIDDLE, 0), lip + (MIDDLE + 5, 4)),
            (mirrored(edge + (MIDDLE, 0)), mirrored(lip + (MIDDLE + 5, 4))),
        )
    ]
    return (
        Piece(back, "main", Weave.FLEECE, depth=60, bulge=0.9, folds=(Wrinkles(torso.seed + 52, 70, 60, 7),)),
        Piece(inner, "lining", Weave.JERSEY, depth=50, bulge=0.25, light=0.5, shadow=0.2),
        front,
    )


def _cords(torso: Torso) -> list[Piece]:
    y = torso.top + torso.dip + 22
    right = line((30, y), (33, y + 60), (28, y + 128)) + (MIDDLE, 0)
    left = line((-30, y), (-36, y + 56), (-33, y + 112)) + (MIDDLE, 0)
    cords = [
        Piece(band(path, 6.5), "cord", Weave.CANVAS, depth=3.2, bulge=1.1, shadow=0.4, reach=4)
        for path in (right, left)
    ]
    tips = [
        Piece(
            band(path[-4:] + (0, 9), 7),
            "#b8bcc2",
            Weave.SMOOTH,
            depth=3,
            bulge=0.9,
            gloss=0.5,
            shadow=0.3,
            reach=3,
        )
        for path in (right, left)
    ]
    eyes = [
        Piece(ellipse(x, y - 1, 5, 5), "#9a9ea4", Weave.SMOOTH, depth=2.5, bulge=0.8, gloss=0.5, reach=2)
        for x in (330, 390)
    ]
    return [*eyes, *cords, *tips]


def _kangaroo(torso: Torso, *, split: bool) -> list[Piece]:
    top, low = torso.bottom - 190, torso.bottom - 48
    half = line(
        Corner(0.5 if not split else 7, top),
        Corner(62, top),
        (92, top + 42),
        Corner(112, low - 26),
        Corner(112, low),
        Corner(0.5 if not split else 7, low + 3),
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
    tape = line(Corner(-8, top), Corner(8, top), Corner(8, bottom), Corner(-8, bottom), Corner(-8, top)) + (
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


def sweater(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    weave = cut.one_of((Weave.KNIT, Weave.CABLE), "stitch")
    return Goods(
        (*_sweat(torso, sleeve, weave), *neck_band(torso, 22)),
        focus=(360, torso.top + 120),
        hollow=tuple(neck_inside(torso, Weave.KNIT)),
    )


def cable_sweater(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    return Goods(
        (*_sweat(torso, sleeve, Weave.CABLE), *neck_band(torso, 24)),
        focus=(360, torso.top + 130),
        hollow=tuple(neck_inside(torso, Weave.KNIT)),
    )


def roll_neck(cut: Cut) -> Goods:
    torso, sleeve = _knit_shapes(cut)
    torso = replace(torso, neck=56, dip=26)
    n, top = torso.neck, torso.top
    roll = symmetric(
        (0, top - 66),
        (n * 0.7, top - 68),
        Corner(n + 2, top - 60),
        (n + 9, top - 30),
        Corner(n + 12, top + 8),
        (n * 0.6, top + 32),
        (0, top + 38),
    )
    mouth = symmetric((0, top - 72), (n * 0.7, top - 70), (n, top - 62), (n * 0.7, top - 54), (0, top - 52))
    fold = symmetric(
        (0, top - 10),
        (n * 0.7, top - 14),
        Corner(n + 10, top - 22),
        Corner(n + 15, top + 6),
        (n * 0.7, top + 34),
        (0, top + 40),
    )
    pieces = (
        *_sweat(torso, sleeve, Weave.KNIT),
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
    return Goods((*_sweat(torso, sleeve, Weave.KNIT), *edge, *buttons), focus=(370, y + 30), hollow=hollow)


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
