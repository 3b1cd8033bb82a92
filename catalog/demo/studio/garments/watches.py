"""Watches."""

from dataclasses import dataclass

import numpy as np

from ..folds import Creases, Fold, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, both, ellipse, line, rounded, stops, symmetric, turned
from ..piece import Piece
from ..weave import Weave
from .fittings import reflection

_Y = 480.0
"""Where the middle of the dial is."""


@dataclass(frozen=True)
class _Look:
    metal: str
    dial: str
    radius: float
    steel: bool

    @property
    def ink(self) -> str:
        return "#26272b" if self.dial in ("#f4f3ee", "#e9dfcc") else "#f1efe8"


def watch(cut: Cut) -> Goods:
    look = _Look(
        metal=cut.one_of(("#c9ccd1", "#c9a64b", "#cf9f86", "#3a3c41"), "metal"),
        dial=cut.one_of(("#f4f3ee", "#1d2230", "#20332b", "#26272b", "#e9dfcc"), "dial"),
        radius=cut.between(128, 146, "size"),
        steel=cut.one_of((False, False, True), "bracelet"),
    )
    small_second = cut.one_of((True, False), "small second")
    pieces = (*_strap(look, cut.seed), *_case(look), *_dial(look, small_second=small_second))
    return Goods(pieces, focus=(360, 480), zoom=1.8, fill=0.86)


def _strap(look: _Look, seed: int) -> list[Piece]:
    r, wide = look.radius, look.radius * 0.62
    upper = symmetric(
        *stops(f"0,96 {wide * 0.78},100! {wide * 0.84},220 {wide},{_Y - r + 36}! 0,{_Y - r + 40}")
    )
    lower = symmetric(
        *stops(
            f"0,{_Y + r - 40} {wide},{_Y + r - 36}! {wide * 0.84},760 "
            f"{wide * 0.74},840 {wide * 0.4},872 0,880"
        )
    )
    if look.steel:
        links = _links(r, wide)
        folds: tuple[Fold, ...] = (Creases(links, 9, -4),)
        return [
            Piece(shape, look.metal, Weave.SMOOTH, depth=24, bulge=0.7, seams=links, folds=folds, gloss=0.5)
            for shape in (upper, lower)
        ]
    sewn = (
        *both((wide * 0.72, 106), (wide * 0.78, 220), (wide * 0.88, _Y - r + 20)),
        *both((wide * 0.88, _Y + r - 20), (wide * 0.78, 760), (wide * 0.6, 838)),
    )
    folds = (Wrinkles(seed, 60, 120, 4),)
    holes = [ellipse(MIDDLE, 700 + 34 * n, 5, 6) for n in range(5)]
    return [
        *(
            Piece(shape, "main", Weave.LEATHER, depth=24, bulge=0.7, stitches=sewn, folds=folds, gloss=0.12)
            for shape in (upper, lower)
        ),
        *(Piece(hole, "#1b1a19", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0) for hole in holes),
    ]


def _links(r: float, wide: float) -> tuple[Points, ...]:
    heights = (*np.arange(110, _Y - r + 30, 27), *np.arange(_Y + r - 20, 880, 27))
    return tuple(line((MIDDLE - wide, at), (MIDDLE, at + 4), (MIDDLE + wide, at)) for at in heights)


def _case(look: _Look) -> list[Piece]:
    r, metal = look.radius, look.metal
    lugs = [
        rounded(MIDDLE + sx * r * 0.62 * 0.92 - 14, _Y + sy * (r + 4) - 32, 28, 64, 9)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    crown = rounded(MIDDLE + r - 4, _Y - 15, 24, 30, 6)
    rim = ellipse(MIDDLE, _Y, r, r)
    return [
        *(Piece(lug, metal, Weave.SMOOTH, depth=9, bulge=0.9, gloss=0.7, reach=4) for lug in lugs),
        Piece(crown, metal, Weave.CORDUROY, depth=6, bulge=0.8, gloss=0.5, sideways=True),
        Piece(rim, metal, Weave.SMOOTH, depth=17, bulge=1.2, gloss=0.8, shadow=0.45, reach=9),
    ]


def _dial(look: _Look, *, small_second: bool) -> list[Piece]:
    r, ink, smooth = look.radius, look.ink, Weave.SMOOTH
    second = turned(rounded(MIDDLE - 1.2, _Y - r * 0.74, 2.4, r * 0.92, 1), 200, (MIDDLE, _Y))
    face = ellipse(MIDDLE, _Y, r * 0.88, r * 0.88)
    inner = ellipse(MIDDLE, _Y + r * 0.42, r * 0.2, r * 0.2)
    glare = line(
        *stops(
            f"{MIDDLE - r * 0.72},{_Y - r * 0.3}! {MIDDLE - r * 0.3},{_Y - r * 0.78} "
            f"{MIDDLE + r * 0.1},{_Y - r * 0.84}! {MIDDLE - r * 0.7},{_Y + r * 0.3}! "
            f"{MIDDLE - r * 0.72},{_Y - r * 0.3}!"
        )
    )
    pieces = [Piece(face, look.dial, smooth, depth=12, bulge=-0.5, gloss=0.08, shadow=0.3, reach=3)]
    pieces += [Piece(m, ink, smooth, depth=2, bulge=0.5, gloss=0.3, shadow=0.25, reach=2) for m in _marks(r)]
    if small_second:
        pieces.append(Piece(inner, look.dial, smooth, depth=4, bulge=-0.6, light=0.88, shadow=0.1, reach=2))
    pieces += [
        Piece(h, ink, smooth, depth=2.5, bulge=0.7, gloss=0.4, shadow=0.35, reach=4) for h in _hands(r)
    ]
    colour = "#b3261e" if look.steel else "accent"
    return [
        *pieces,
        Piece(second, colour, smooth, depth=1, bulge=0.5, shadow=0.3, reach=3),
        Piece(ellipse(MIDDLE, _Y, 8, 8), look.metal, smooth, depth=4, bulge=0.9, gloss=0.7, reach=2),
        reflection(glare, 0.09),
    ]


def _marks(r: float) -> list[Points]:
    """Twelve, every third one larger."""
    marks = []
    for hour in range(12):
        wide, tall = (8, 0.13) if hour % 3 else (13, 0.2)
        mark = rounded(MIDDLE - wide / 2, _Y - r * 0.80, wide, r * tall, 2)
        marks.append(turned(mark, hour * 30, (MIDDLE, _Y)))
    return marks


def _hands(r: float) -> list[Points]:
    hands = []
    for w, length, at in ((6.5, 0.46, -54), (5, 0.7, 60)):
        tip = _Y - r * length
        hand = line(
            *stops(
                f"{MIDDLE - w},{_Y + 20}! {MIDDLE + w},{_Y + 20}! {MIDDLE + w * 0.5},{tip}! "
                f"{MIDDLE - w * 0.5},{tip}! {MIDDLE - w},{_Y + 20}!"
            )
        )
        hands.append(turned(hand, at, (MIDDLE, _Y)))
    return hands
