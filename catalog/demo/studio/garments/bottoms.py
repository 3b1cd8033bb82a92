"""Jeans, trousers and shorts."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..folds import Creases, Fold, Wrinkles
from ..goods import Cut, Goods, Who
from ..outline import MIDDLE, Corner, Points, band, both, ellipse, line, mirrored, rounded, symmetric
from ..piece import Piece
from ..weave import Weave


@dataclass(frozen=True)
class Legs:
    """Half widths and heights; the legs stand a little apart."""

    waist: float = 112
    hip: float = 146
    knee: float = 66
    hem: float = 58
    top: float = 110
    crotch: float = 348
    bottom: float = 900
    apart: float = 4
    seed: int = 0

    @cached_property
    def right(self) -> Points:
        half = self.hip - self.apart
        middle = self.apart + half * 0.52 + (self.bottom - self.crotch) * 0.026
        knee_y = self.crotch + (self.bottom - self.crotch) * 0.45
        return line(
            Corner(0, self.top + 8),
            Corner(self.waist, self.top),
            (self.waist + 14, self.top + 60),
            (self.hip - 2, self.crotch - 90),
            (self.hip, self.crotch - 10),
            (middle + self.knee + 2, knee_y),
            Corner(middle + self.hem, self.bottom - 4),
            (middle, self.bottom + 2),
            Corner(middle - self.hem, self.bottom),
            (middle - self.knee + 4, knee_y),
            (self.apart + 8, self.crotch + 46),
            Corner(0, self.crotch),
        ) + (MIDDLE, 0)

    @property
    def centre(self) -> float:
        return self.apart + (self.hip - self.apart) * 0.52 + (self.bottom - self.crotch) * 0.02

    def across(self, up: float, side: int) -> Points:
        """Along a hem."""
        x, half = (
            self.apart + (self.hip - self.apart) * 0.52 + (self.bottom - self.crotch) * 0.026,
            self.hem + 3,
        )
        path = line(
            (x - half, self.bottom - up), (x, self.bottom + 2 - up), (x + half, self.bottom - 4 - up)
        ) + (MIDDLE, 0)
        return path if side > 0 else mirrored(path)

    def folds(self, soft: float = 1.0) -> tuple[Fold, ...]:
        c, s = self.crotch, self.seed
        long = self.bottom - c
        pulls = (
            *both((10, c - 6), (60, c - 40), (116, c - 52)),
            *both((12, c + 10), (60, c + 2), (112, c + 6)),
            *both((14, c + 30), (54, c + 40), (100, c + 66)),
        )
        knee = c + long * 0.42
        x = self.centre
        knees = ((MIDDLE + x, knee, 80, 80), (MIDDLE - x, knee, 80, 80))
        ankles = ((MIDDLE + x, self.bottom - 50, 80, 60), (MIDDLE - x, self.bottom - 50, 80, 60))
        folds: list[Fold] = [
            Creases(pulls, 13, -3.6 * soft),
            Creases(tuple(path + (0, 14) for path in pulls), 12, 2.6 * soft),
            Wrinkles(s + 1, 90, 130, 8 * soft),
            Wrinkles(s + 2, 40, 190, 4 * soft),
            Wrinkles(s + 3, 24, 50, 1.6 * soft, turn=40, sharp=0.3),
        ]
        if long > 300:
            folds += [
                Wrinkles(s + 4, 80, 22, 4.6 * soft, turn=14, sharp=0.3, spots=knees),
                Wrinkles(s + 5, 80, 19, 5.6 * soft, turn=-8, sharp=0.35, spots=ankles),
            ]
        return tuple(folds)


def _legs(cut: Cut, knee: float, hem: float, *, bottom: float | None = None) -> Legs:
    kids = cut.who is Who.KIDS
    end = bottom if bottom is not None else (800.0 if kids else 900.0)
    waist = {Who.WOMEN: 104.0, Who.MEN: 114.0, Who.KIDS: 118.0}[cut.who]
    hip = {Who.WOMEN: 148.0, Who.MEN: 146.0, Who.KIDS: 146.0}[cut.who]
    return Legs(
        waist=waist, hip=hip, knee=knee, hem=hem, bottom=end, crotch=332 if kids else 348, seed=cut.seed
    )


def straight_jeans(cut: Cut) -> Goods:
    return _jeans(cut, _legs(cut, cut.between(68, 74, "knee"), cut.between(62, 70, "hem")))


def skinny_jeans(cut: Cut) -> Goods:
    return _jeans(cut, _legs(cut, cut.between(56, 60, "knee"), cut.between(40, 46, "hem")))


def wide_jeans(cut: Cut) -> Goods:
    return _jeans(cut, _legs(cut, cut.between(80, 88, "knee"), cut.between(86, 98, "hem")))


def denim_shorts(cut: Cut) -> Goods:
    return _jeans(cut, _legs(cut, 74, 72, bottom=cut.between(470, 540, "length")))


def _jeans(cut: Cut, legs: Legs) -> Goods:
    weave, t = Weave.DENIM, legs.top
    faded = _fading(legs)
    pockets = both((46, t + 38), (54, t + 76), (legs.waist + 18, t + 92))
    fly = line((MIDDLE + 30, t + 38), (MIDDLE + 29, t + 120), (MIDDLE, t + 172))
    outer = both((legs.waist + 8, t + 40), (legs.hip - 8, legs.crotch - 60))
    pieces = (
        *_both_legs(
            legs,
            weave,
            stitches=(*pockets, *(path + (0, 7) for path in pockets), fly, fly + (-6, 0), *outer),
            thread="thread",
            hems=(14, 10),
        ),
        *faded,
        *_waistband(legs, weave, thread="thread", button="#b5915c", loops=True),
    )
    return Goods(pieces, focus=(375, t + 110), zoom=2.0, hollow=(_hollow(legs, weave),), fill=0.88)


def _fading(legs: Legs) -> list[Piece]:
    """Where denim is worn pale: the thighs."""
    x, y = legs.centre + 4, legs.crotch + 90
    if legs.bottom < 650:
        return []
    shape = ellipse(x - 2, y, 30, 130) + (MIDDLE, 0)
    return [
        Piece(
            one,
            "faded",
            Weave.DENIM,
            depth=30,
            bulge=0.02,
            shadow=0,
            opacity=0.62,
            sheen=0,
            feather=17,
            folds=legs.folds(),
        )
        for one in (shape, mirrored(shape))
    ]


def _both_legs(
    legs: Legs,
    weave: Weave,
    *,
    stitches: tuple[Points, ...] = (),
    thread: str = "",
    hems: tuple[float, ...] = (),
    extra: tuple[Fold, ...] = (),
    soft: float = 1.0,
    gloss: float = 0.0,
) -> list[Piece]:
    right, left = legs.right, mirrored(legs.right)
    folds = (*legs.folds(soft), *extra)
    middle = line((MIDDLE, legs.top + 20), (MIDDLE, legs.crotch))
    return [
        Piece(
            shape,
            "main",
            weave,
            depth=74,
            bulge=0.85,
            folds=folds,
            stitches=(*stitches, *(legs.across(up, side) for up in hems)),
            thread=thread,
            seams=(middle,),
            shadow=0.25,
            reach=6,
            gloss=gloss,
            turn=turn,
        )
        for shape, side, turn in ((left, -1, 2.0), (right, 1, -2.0))
    ]


def _waistband(
    legs: Legs, weave: Weave, *, thread: str = "", button: str = "button", loops: bool = False
) -> list[Piece]:
    w, t = legs.waist, legs.top
    shape = symmetric((0, t + 8), Corner(w, t), Corner(w + 5, t + 32), (0, t + 41))
    strips = [rounded(MIDDLE + x - 5, t - 2, 10, 42, 3) for x in (-w * 0.62, w * 0.62)] if loops else []
    lines = both((0, t + 36), (w, t + 28))
    return [
        Piece(
            shape,
            "main",
            weave,
            depth=10,
            bulge=0.5,
            stitches=(*lines, *both((0, t + 13), (w, t + 5))),
            thread=thread,
            shadow=0.32,
            reach=4,
            sideways=True,
            seams=(line((MIDDLE + 2, t + 8), (MIDDLE + 2, t + 40)),),
        ),
        *(Piece(strip, "main", weave, depth=4, bulge=0.6, shadow=0.4, reach=3) for strip in strips),
        Piece(
            ellipse(MIDDLE + 16, t + 24, 7.4, 7.4),
            button,
            Weave.SMOOTH,
            depth=4,
            bulge=0.85,
            gloss=0.5,
            shadow=0.4,
            reach=3,
        ),
    ]


def _hollow(legs: Legs, weave: Weave) -> Piece:
    shape = symmetric((0, legs.top - 6), Corner(legs.waist, legs.top), (0, legs.top + 14))
    return Piece(shape, "main", weave, depth=20, bulge=0.2, light=0.5, shadow=0)


def chinos(cut: Cut) -> Goods:
    return _woven(cut, _legs(cut, cut.between(64, 70, "knee"), cut.between(52, 60, "hem")), Weave.TWILL)


def wide_trousers(cut: Cut) -> Goods:
    return _woven(
        cut,
        _legs(cut, cut.between(86, 92, "knee"), cut.between(92, 104, "hem")),
        Weave.TWILL,
        pressed=True,
        soft=0.8,
    )


def suit_trousers(cut: Cut) -> Goods:
    return _woven(
        cut,
        _legs(cut, cut.between(66, 72, "knee"), cut.between(54, 60, "hem")),
        Weave.TWILL,
        pressed=True,
        soft=0.6,
    )


def linen_trousers(cut: Cut) -> Goods:
    return _woven(
        cut, _legs(cut, cut.between(76, 82, "knee"), cut.between(70, 78, "hem")), Weave.CANVAS, soft=1.25
    )


def chino_shorts(cut: Cut) -> Goods:
    return _woven(
        cut, _legs(cut, 76, cut.between(73, 80, "hem"), bottom=cut.between(520, 590, "length")), Weave.TWILL
    )


def _woven(cut: Cut, legs: Legs, weave: Weave, *, pressed: bool = False, soft: float = 1.0) -> Goods:
    t = legs.top
    slant = both((legs.waist - 34, t + 36), (legs.waist + 20, t + 128))
    fly = line((MIDDLE + 26, t + 38), (MIDDLE + 25, t + 120), (MIDDLE, t + 168))
    creases: tuple[Fold, ...] = ()
    if pressed:
        ironed = both(
            (legs.waist * 0.55, t + 60),
            (legs.centre + 2, (legs.crotch + legs.bottom) / 2),
            (legs.centre + 14, legs.bottom),
        )
        creases = (Creases(ironed, 6, 5.0),)
    hems = () if pressed else (22.0,)
    pieces = (
        *_both_legs(
            legs,
            weave,
            stitches=(*(path + (-7, 0) for path in slant[:1]), *(path + (7, 0) for path in slant[1:]), fly),
            hems=hems,
            extra=(*creases, Creases(slant, 4, -3)),
            soft=soft,
        ),
        *_waistband(legs, weave, loops=True),
    )
    return Goods(pieces, focus=(375, t + 110), zoom=2.0, hollow=(_hollow(legs, weave),), fill=0.88)


def joggers(cut: Cut) -> Goods:
    legs = _legs(cut, cut.between(70, 78, "knee"), cut.between(44, 50, "hem"))
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
    legs = _legs(cut, cut.between(68, 74, "knee"), cut.between(58, 64, "hem"))
    stripe = [
        line(
            (legs.waist + 8, legs.top + 30),
            (legs.hip - 6, legs.crotch - 60),
            (legs.centre + legs.knee + 6, legs.crotch + (legs.bottom - legs.crotch) * 0.45),
            (legs.centre + legs.hem + 5, legs.bottom - 4),
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
    legs = _legs(cut, 77, cut.between(76, 84, "hem"), bottom=cut.between(500, 560, "length"))
    return _sporty(cut, legs, Weave.FLEECE, [], hems=(20.0, 15.0))


def _narrow(legs: Legs, up: float, side: int) -> Points:
    path = legs.across(up, side)
    centre = path.mean(axis=0)
    return np.asarray((path - centre) * (0.94, 1) + centre, np.float64)


def _sporty(cut: Cut, legs: Legs, weave: Weave, extra: list[Piece], *, hems: tuple[float, ...] = ()) -> Goods:
    t, w = legs.top, legs.waist
    waist = symmetric((0, t + 4), (w * 0.6, t + 1), Corner(w - 4, t - 2), Corner(w + 4, t + 42), (0, t + 48))
    slant = both((w - 16, t + 44), (w + 22, t + 136))
    cords = [
        band(line((x, t + 26), (x * 1.6, t + 70), (x * 1.3, t + end)) + (MIDDLE, 0), 6)
        for x, end in ((-12, 118), (12, 132))
    ]
    pieces = (
        *_both_legs(
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
    return Goods(pieces, focus=(370, t + 110), zoom=2.0, hollow=(_hollow(legs, weave),), fill=0.88)


def leggings(cut: Cut) -> Goods:
    legs = _legs(cut, cut.between(50, 54, "knee"), cut.between(30, 36, "hem"))
    t, w = legs.top, legs.waist
    waist = symmetric((0, t + 8), Corner(w, t), Corner(w + 8, t + 64), (0, t + 84))
    pieces = (
        *_both_legs(legs, Weave.JERSEY, soft=0.6, gloss=0.05, hems=(12.0,)),
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
    return Goods(pieces, focus=(370, t + 110), zoom=2.0, hollow=(_hollow(legs, Weave.JERSEY),), fill=0.88)
