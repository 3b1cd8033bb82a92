"""Watches."""

from typing import Any

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, both, ellipse, line, rounded, stops, symmetric, turned
from ..piece import Piece
from ..weave import Weave


def watch(cut: Cut) -> Goods:
    metal = cut.one_of(("#c9ccd1", "#c9a64b", "#cf9f86", "#3a3c41"), "metal")
    dial = cut.one_of(("#f4f3ee", "#1d2230", "#20332b", "#26272b", "#e9dfcc"), "dial")
    ink = "#26272b" if dial in ("#f4f3ee", "#e9dfcc") else "#f1efe8"
    r = cut.between(128, 146, "size")
    y = 480.0
    wide = r * 0.62
    upper = symmetric(
        *stops(f"0,96 {wide * 0.78},100! {wide * 0.84},220 {wide},{y - r + 36}! 0,{y - r + 40}")
    )
    lower = symmetric(
        *stops(
            f"0,{y + r - 40} {wide},{y + r - 36}! {wide * 0.84},760 {wide * 0.74},840 {wide * 0.4},872 0,880"
        )
    )
    lugs = [
        rounded(MIDDLE + sx * wide * 0.92 - 14, y + sy * (r + 4) - 32, 28, 64, 9)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    marks = [
        turned(
            rounded(
                MIDDLE - (4 if n % 3 else 6.5),
                y - r * 0.80,
                8 if n % 3 else 13,
                r * (0.13 if n % 3 else 0.2),
                2,
            ),
            n * 30,
            (MIDDLE, y),
        )
        for n in range(12)
    ]
    hands = [
        turned(
            line(
                *stops(
                    f"{MIDDLE - w},{y + 20}! {MIDDLE + w},{y + 20}! "
                    f"{MIDDLE + w * 0.5},{y - r * length}! {MIDDLE - w * 0.5},{y - r * length}! "
                    f"{MIDDLE - w},{y + 20}!"
                )
            ),
            at,
            (MIDDLE, y),
        )
        for w, length, at in ((6.5, 0.46, -54), (5, 0.7, 60))
    ]
    second = turned(rounded(MIDDLE - 1.2, y - r * 0.74, 2.4, r * 0.92, 1), 200, (MIDDLE, y))
    holes = [ellipse(MIDDLE, 700 + 34 * n, 5, 6) for n in range(5)]
    steel = cut.one_of((False, False, True), "bracelet")
    strap: dict[str, Any] = {
        "paint": metal if steel else "main",
        "weave": Weave.SMOOTH if steel else Weave.LEATHER,
        "gloss": 0.5 if steel else 0.12,
    }
    links = (
        tuple(
            line((MIDDLE - wide, at), (MIDDLE, at + 4), (MIDDLE + wide, at))
            for at in (*np.arange(110, y - r + 30, 27), *np.arange(y + r - 20, 880, 27))
        )
        if steel
        else ()
    )
    link_folds = (Creases(links, 9, -4),) if steel else (Wrinkles(cut.seed, 60, 120, 4),)
    sewn = (
        ()
        if steel
        else (
            *both((wide * 0.72, 106), (wide * 0.78, 220), (wide * 0.88, y - r + 20)),
            *both((wide * 0.88, y + r - 20), (wide * 0.78, 760), (wide * 0.6, 838)),
        )
    )
    pieces = (
        *(
            Piece(shape, depth=24, bulge=0.7, stitches=sewn, seams=links, folds=link_folds, **strap)
            for shape in (upper, lower)
        ),
        *(
            ()
            if steel
            else (Piece(hole, "#1b1a19", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0) for hole in holes)
        ),
        *(Piece(lug, metal, Weave.SMOOTH, depth=9, bulge=0.9, gloss=0.7, reach=4) for lug in lugs),
        Piece(
            rounded(MIDDLE + r - 4, y - 15, 24, 30, 6),
            metal,
            Weave.CORDUROY,
            depth=6,
            bulge=0.8,
            gloss=0.5,
            sideways=True,
        ),
        Piece(
            ellipse(MIDDLE, y, r, r),
            metal,
            Weave.SMOOTH,
            depth=17,
            bulge=1.2,
            gloss=0.8,
            shadow=0.45,
            reach=9,
        ),
        Piece(
            ellipse(MIDDLE, y, r * 0.88, r * 0.88),
            dial,
            Weave.SMOOTH,
            depth=12,
            bulge=-0.5,
            gloss=0.08,
            shadow=0.3,
            reach=3,
        ),
        *(
            Piece(mark, ink, Weave.SMOOTH, depth=2, bulge=0.5, gloss=0.3, shadow=0.25, reach=2)
            for mark in marks
        ),
        *(
            [
                Piece(
                    ellipse(MIDDLE, y + r * 0.42, r * 0.2, r * 0.2),
                    dial,
                    Weave.SMOOTH,
                    depth=4,
                    bulge=-0.6,
                    light=0.88,
                    shadow=0.1,
                    reach=2,
                )
            ]
            if cut.one_of((True, False), "small second")
            else []
        ),
        *(
            Piece(hand, ink, Weave.SMOOTH, depth=2.5, bulge=0.7, gloss=0.4, shadow=0.35, reach=4)
            for hand in hands
        ),
        Piece(
            second,
            "accent" if not steel else "#b3261e",
            Weave.SMOOTH,
            depth=1,
            bulge=0.5,
            shadow=0.3,
            reach=3,
        ),
        Piece(ellipse(MIDDLE, y, 8, 8), metal, Weave.SMOOTH, depth=4, bulge=0.9, gloss=0.7, reach=2),
        Piece(
            line(
                *stops(
                    f"{MIDDLE - r * 0.72},{y - r * 0.3}! {MIDDLE - r * 0.3},{y - r * 0.78} "
                    f"{MIDDLE + r * 0.1},{y - r * 0.84}! {MIDDLE - r * 0.7},{y + r * 0.3}! "
                    f"{MIDDLE - r * 0.72},{y - r * 0.3}!"
                )
            ),
            "#ffffff",
            Weave.SMOOTH,
            depth=20,
            bulge=0.02,
            shadow=0,
            opacity=0.09,
        ),
    )
    return Goods(pieces, focus=(360, 480), zoom=1.8, fill=0.86)
