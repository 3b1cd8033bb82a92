"""Joggers, track pants and leggings."""

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, band, both, line, mirrored, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .legs import Legs, both_legs, hollow, legs_for


def joggers(cut: Cut) -> Goods:
    legs = legs_for(cut, cut.between(70, 78, "knee"), cut.between(44, 50, "hem"))
    cuffs = [
        Piece(
            np.concatenate([_narrow(legs, 44, side), _narrow(legs, 0, side)[::-1]]),
            "trim",
            Weave.RIB,
            depth=16,
            bulge=0.7,
            shadow=0.35,
            reach=4,
        )
        for side in (-1, 1)
    ]
    return _sporty(cut, legs, Weave.FLEECE, cuffs)


def track_pants(cut: Cut) -> Goods:
    legs = legs_for(cut, cut.between(68, 74, "knee"), cut.between(58, 64, "hem"))
    stripe = [
        line(
            *stops(
                f"{legs.waist + 8},{legs.top + 30} {legs.hip - 6},{legs.crotch - 60} "
                f"{legs.centre + legs.knee + 6},{legs.crotch + (legs.bottom - legs.crotch) * 0.45} "
                f"{legs.centre + legs.hem + 5},{legs.bottom - 4}"
            )
        )
        + (MIDDLE - 13, 0)
    ]
    sides = [
        Piece(
            band(path, 15),
            "accent",
            Weave.JERSEY,
            depth=20,
            bulge=0.2,
            shadow=0.1,
            reach=1.5,
            folds=legs.folds(1.0),
        )
        for path in (stripe[0], mirrored(stripe[0]))
    ]
    return _sporty(cut, legs, Weave.JERSEY, sides)


def sweat_shorts(cut: Cut) -> Goods:
    legs = legs_for(cut, 77, cut.between(76, 84, "hem"), bottom=cut.between(500, 560, "length"))
    return _sporty(cut, legs, Weave.FLEECE, [], hems=(20.0, 15.0))


def _narrow(legs: Legs, up: float, side: int) -> Points:
    path = legs.across(up, side)
    centre = path.mean(axis=0)
    return np.asarray((path - centre) * (0.94, 1) + centre, np.float64)


def _sporty(cut: Cut, legs: Legs, weave: Weave, extra: list[Piece], *, hems: tuple[float, ...] = ()) -> Goods:
    t, w = legs.top, legs.waist
    waist = symmetric(*stops(f"0,{t + 4} {w * 0.6},{t + 1} {w - 4},{t - 2}! {w + 4},{t + 42}! 0,{t + 48}"))
    slant = both((w - 16, t + 44), (w + 22, t + 136))
    cords = [
        band(line((x, t + 26), (x * 1.6, t + 70), (x * 1.3, t + end)) + (MIDDLE, 0), 6)
        for x, end in ((-12, 118), (12, 132))
    ]
    pieces = (
        *both_legs(
            legs,
            weave,
            extra=(Creases(slant, 4, -3.5),),
            stitches=(slant[0] - (8, 0), slant[1] + (8, 0)),
            hems=hems,
            soft=1.25,
        ),
        *extra,
        Piece(
            waist,
            "main",
            Weave.RIB,
            depth=18,
            bulge=0.7,
            shadow=0.3,
            reach=4,
            folds=(Wrinkles(cut.seed + 8, 16, 90, 2.4),),
        ),
        *(Piece(cord, "cord", Weave.CANVAS, depth=3, bulge=1.1, shadow=0.4, reach=4) for cord in cords),
    )
    return Goods(pieces, focus=(370, t + 110), zoom=2.0, hollow=(hollow(legs, weave),), fill=0.88)


def leggings(cut: Cut) -> Goods:
    legs = legs_for(cut, cut.between(50, 54, "knee"), cut.between(30, 36, "hem"))
    t, w = legs.top, legs.waist
    waist = symmetric(*stops(f"0,{t + 8} {w},{t}! {w + 8},{t + 64}! 0,{t + 84}"))
    pieces = (
        *both_legs(legs, Weave.JERSEY, soft=0.6, gloss=0.05, hems=(12.0,)),
        Piece(
            waist,
            "main",
            Weave.JERSEY,
            depth=30,
            bulge=0.4,
            seams=(line((MIDDLE - w, t + 64), (MIDDLE, t + 82), (MIDDLE + w, t + 64)),),
            shadow=0.15,
            reach=2,
        ),
    )
    return Goods(pieces, focus=(370, t + 110), zoom=2.0, hollow=(hollow(legs, Weave.JERSEY),), fill=0.88)
