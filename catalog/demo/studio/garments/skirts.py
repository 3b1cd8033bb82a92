"""Skirts, and the skirts of dresses."""

from dataclasses import replace

import numpy as np

from ..folds import Creases, Drape, Fold, Wrinkles
from ..goods import Cut, Goods, Who
from ..outline import MIDDLE, Corner, Points, both, ellipse, line, stops, symmetric
from ..piece import Piece
from ..weave import Weave


def skirt_shape(
    top: float, waist: float, bottom: float, flare: float, seed: int, waves: float = 5.0
) -> Points:
    """From a waist, with a hem that rises and falls with its folds."""
    rng = np.random.default_rng(seed)
    phase = float(rng.uniform(0, 6.28))
    hem = [
        (x, bottom + 9 * (1 - (x / flare) ** 2) + 5 * np.sin(x / flare * waves * 2.2 + phase))
        for x in np.linspace(-flare, flare, 25)
    ]
    side = (
        (waist + 4, top + 26),
        (waist + (flare - waist) * 0.42, top + (bottom - top) * 0.3),
        (waist + (flare - waist) * 0.78, top + (bottom - top) * 0.66),
    )
    stops = [Corner(-waist, top), (0, top + 5), Corner(waist, top), *side, Corner(flare, bottom - 2)]
    stops += [
        *hem[::-1][1:-1],
        Corner(-flare, bottom - 2),
        *((-x, y) for x, y in side[::-1]),
        Corner(-waist, top),
    ]
    return line(*stops) + (MIDDLE, 0)


def skirt_folds(seed: int, top: float, bottom: float, flare: float, *, full: float = 1.0) -> tuple[Fold, ...]:
    return (
        Drape(seed + 91, 6 + flare / 32, 17 * full, top, bottom, fade=0.12),
        Drape(seed + 92, 14 + flare / 16, 6 * full, top - 40, bottom, fade=0.25, sharp=0.25),
        Wrinkles(seed + 93, 60, 200, 5 * full),
        Wrinkles(seed + 94, 120, 120, 7),
    )


def flared_skirt(cut: Cut) -> Goods:
    bottom = cut.between(560, 740, "length") - (60 if cut.who is Who.KIDS else 0)
    flare = cut.between(200, 262, "flare")
    return _skirt(cut, bottom, flare, Weave.CANVAS, full=1.05)


def pleated_skirt(cut: Cut) -> Goods:
    bottom = cut.between(600, 800, "length") - (90 if cut.who is Who.KIDS else 0)
    flare = cut.between(190, 235, "flare")
    goods = _skirt(cut, bottom, flare, Weave.SATIN, full=0.35)
    pleats = tuple(
        line(
            (MIDDLE + 106 * s, 236),
            (MIDDLE + (106 + (flare - 106) * 0.5) * s, (236 + bottom) / 2),
            (MIDDLE + flare * s, bottom + 6),
        )
        for s in np.linspace(-0.92, 0.92, 13)
    )
    shape, *rest = goods.pieces
    shape = replace(
        shape,
        folds=(
            *shape.folds,
            Creases(pleats, 5, -5),
            Creases(tuple(path + (9, 0) for path in pleats), 12, 3.2),
        ),
        gloss=0.06,
    )
    return replace(goods, pieces=(shape, *rest))


def denim_skirt(cut: Cut) -> Goods:
    bottom = cut.between(520, 640, "length") - (60 if cut.who is Who.KIDS else 0)
    return _skirt(cut, bottom, cut.between(138, 164, "flare"), Weave.DENIM, full=0.25, thread="thread")


def _skirt(cut: Cut, bottom: float, flare: float, weave: Weave, *, full: float, thread: str = "") -> Goods:
    top, waist = 200.0, 108.0
    shape = skirt_shape(top + 26, waist + 4, bottom, flare, cut.seed, waves=5 * full + 0.5)
    yoke = symmetric(*stops(f"0,{top + 7} {waist},{top}! {waist + 5},{top + 34}! 0,{top + 42}"))
    inside = symmetric((0, top - 5), Corner(waist, top), (0, top + 14))
    hem = line(
        *(
            (MIDDLE + x, bottom - 9 + 9 * (1 - (x / flare) ** 2))
            for x in np.linspace(-flare + 4, flare - 4, 9)
        )
    )
    details: tuple[Points, ...] = ()
    extra: list[Piece] = []
    if thread:
        fly = line((MIDDLE, top + 40), (MIDDLE, bottom + 6))
        pockets = both((44, top + 40), (52, top + 78), (waist + 14, top + 92))
        details = (hem, *pockets, *(path + (0, 6) for path in pockets), fly + (4, 0))
        extra = [
            Piece(
                ellipse(360, top + 24, 8, 8), "#b5915c", Weave.SMOOTH, depth=4, bulge=0.9, gloss=0.6, reach=3
            )
        ]
    gathers = tuple(path for x in (18, 42, 66, 90) for path in both((x, top + 40), (x + 8, top + 110)))
    folds = (*skirt_folds(cut.seed, top, bottom, flare, full=full), Creases(gathers, 7, -3.4 * full))
    pieces = (
        Piece(
            shape,
            "main",
            weave,
            depth=85,
            bulge=0.75,
            folds=folds,
            stitches=details or (hem,),
            thread=thread,
            sheen=0.08,
        ),
        Piece(
            yoke,
            "main" if thread else "trim",
            weave,
            depth=11,
            bulge=0.5,
            shadow=0.35,
            reach=4,
            stitches=(yoke,) if thread else (),
            thread=thread,
            sideways=True,
        ),
        *extra,
    )
    return Goods(
        pieces,
        focus=(370, top + 120),
        zoom=1.9,
        hollow=(Piece(inside, "main", weave, depth=20, bulge=0.2, light=0.5, shadow=0),),
        fill=0.8,
    )
