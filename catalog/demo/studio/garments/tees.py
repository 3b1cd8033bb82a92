"""T-shirts, polo shirts and tank tops."""

from dataclasses import replace

from ..goods import Cut, Goods
from ..outline import MIDDLE, band, both, ellipse, line, stops
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, collar_wings, torso_for
from .torso import Sleeve, Torso, neck_band, neck_inside


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
        *stops(f"{x},{y}! {x + 78},{y + 0.1}! {x + 78},{y + 66}! {x + 39},{y + 86} {x},{y + 66}! {x},{y}!")
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
    placket = line(*stops(f"-15,{y - 20}! 15,{y - 20.1}! 15,{y + 92}! -15,{y + 92}! -15,{y - 20}!")) + (
        MIDDLE,
        0,
    )
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
