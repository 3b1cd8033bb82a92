"""Jeans and denim shorts."""

from ..goods import Cut, Goods
from ..outline import MIDDLE, both, ellipse, line, mirrored
from ..piece import Piece
from ..weave import Weave
from .legs import Legs, both_legs, hollow, legs_for, waistband


def straight_jeans(cut: Cut) -> Goods:
    return _jeans(cut, legs_for(cut, cut.between(68, 74, "knee"), cut.between(62, 70, "hem")))


def skinny_jeans(cut: Cut) -> Goods:
    return _jeans(cut, legs_for(cut, cut.between(56, 60, "knee"), cut.between(40, 46, "hem")))


def wide_jeans(cut: Cut) -> Goods:
    return _jeans(cut, legs_for(cut, cut.between(80, 88, "knee"), cut.between(86, 98, "hem")))


def denim_shorts(cut: Cut) -> Goods:
    return _jeans(cut, legs_for(cut, 74, 72, bottom=cut.between(470, 540, "length")))


def _jeans(cut: Cut, legs: Legs) -> Goods:
    weave, t = Weave.DENIM, legs.top
    faded = _fading(legs)
    pockets = both((46, t + 38), (54, t + 76), (legs.waist + 18, t + 92))
    fly = line((MIDDLE + 30, t + 38), (MIDDLE + 29, t + 120), (MIDDLE, t + 172))
    outer = both((legs.waist + 8, t + 40), (legs.hip - 8, legs.crotch - 60))
    pieces = (
        *both_legs(
            legs,
            weave,
            stitches=(*pockets, *(path + (0, 7) for path in pockets), fly, fly + (-6, 0), *outer),
            thread="thread",
            hems=(14, 10),
        ),
        *faded,
        *waistband(legs, weave, thread="thread", button="#b5915c", loops=True),
    )
    return Goods(pieces, focus=(375, t + 110), zoom=2.0, hollow=(hollow(legs, weave),), fill=0.88)


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
