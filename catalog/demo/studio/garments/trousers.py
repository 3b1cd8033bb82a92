"""Chinos, suit trousers and shorts."""

from ..folds import Creases, Fold
from ..goods import Cut, Goods
from ..outline import MIDDLE, both, line
from ..weave import Weave
from .legs import Legs, both_legs, hollow, legs_for, waistband


def chinos(cut: Cut) -> Goods:
    return _woven(cut, legs_for(cut, cut.between(64, 70, "knee"), cut.between(52, 60, "hem")), Weave.TWILL)


def wide_trousers(cut: Cut) -> Goods:
    return _woven(
        cut,
        legs_for(cut, cut.between(86, 92, "knee"), cut.between(92, 104, "hem")),
        Weave.TWILL,
        pressed=True,
        soft=0.8,
    )


def suit_trousers(cut: Cut) -> Goods:
    return _woven(
        cut,
        legs_for(cut, cut.between(66, 72, "knee"), cut.between(54, 60, "hem")),
        Weave.TWILL,
        pressed=True,
        soft=0.6,
    )


def linen_trousers(cut: Cut) -> Goods:
    return _woven(
        cut, legs_for(cut, cut.between(76, 82, "knee"), cut.between(70, 78, "hem")), Weave.CANVAS, soft=1.25
    )


def chino_shorts(cut: Cut) -> Goods:
    return _woven(
        cut,
        legs_for(cut, 76, cut.between(73, 80, "hem"), bottom=cut.between(520, 590, "length")),
        Weave.TWILL,
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
        *both_legs(
            legs,
            weave,
            stitches=(*(path + (-7, 0) for path in slant[:1]), *(path + (7, 0) for path in slant[1:]), fly),
            hems=hems,
            extra=(*creases, Creases(slant, 4, -3)),
            soft=soft,
        ),
        *waistband(legs, weave, loops=True),
    )
    return Goods(pieces, focus=(375, t + 110), zoom=2.0, hollow=(hollow(legs, weave),), fill=0.88)
