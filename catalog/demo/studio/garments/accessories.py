"""Scarves, socks and ties."""

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import band, line, stops, symmetric, turned
from ..piece import Piece
from ..weave import Weave


def scarf(cut: Cut) -> Goods:
    """Doubled over a peg, its fringes hanging."""
    weave = cut.one_of((Weave.KNIT, Weave.TWILL, Weave.FLEECE), "cloth")
    low, short = cut.between(800, 840, "long"), cut.between(700, 760, "short")
    back = line(*stops(f"270,150! 262,400 236,{short}! 372,{short + 6}! 400,400 396,150! 270,150!"))
    front = line(*stops(f"322,146! 330,400 326,{low}! 486,{low - 4}! 482,420 452,148! 322,146!"))
    knot = line(*stops("262,158! 268,104 330,76 410,80 458,112 460,170! 360,196 262,158!"))
    folds = (
        Wrinkles(cut.seed, 30, 420, 11),
        Wrinkles(cut.seed + 1, 60, 130, 7),
        Wrinkles(cut.seed + 2, 16, 240, 3),
    )
    tassels = [
        band(line((x, y - 4), (x + dx, y + 46)), (7, 4))
        for x0, x1, y in ((238, 370, short), (328, 486, low))
        for n, x in enumerate(np.arange(x0 + 4, x1, 10.5))
        for dx in ((n * 7 % 5) - 2.0,)
    ]
    pieces = (
        *(Piece(one, "main", Weave.TWILL, depth=3, bulge=0.9, shadow=0.2, reach=2) for one in tassels),
        Piece(back, "main", weave, depth=26, bulge=0.8, folds=folds, light=0.9, turn=4),
        Piece(front, "main", weave, depth=30, bulge=0.85, folds=folds, shadow=0.5, reach=14, turn=-3),
        Piece(
            knot,
            "main",
            weave,
            depth=44,
            bulge=1.0,
            folds=(Wrinkles(cut.seed + 5, 120, 20, 9, turn=-8), Wrinkles(cut.seed + 6, 60, 60, 4)),
            shadow=0.5,
            reach=10,
            turn=80,
        ),
    )
    return Goods(pieces, focus=(400, 300), zoom=1.8, fill=0.88)


def socks(cut: Cut) -> Goods:
    tall = cut.between(170, 300, "tall")
    shape = line(
        *stops(
            f"-62,{-tall}! 62,{-tall - 0.1}! 60,-60 66,60 120,150 214,206 238,262 190,300 "
            f"60,282 -40,214 -72,120 -60,0 -62,{-tall}!"
        )
    )
    cuff = line(
        *stops(f"-66,{-tall - 4}! 66,{-tall - 4}! 65,{-tall + 62}! -65,{-tall + 62}! -66,{-tall - 4}!")
    )
    heel = line(*stops("-60,60! -10,120 18,196! -44,214 -74,140 -60,60!"))
    toe = line(*stops("166,180! 214,204 240,262 190,302 138,296! 136,240 166,180!"))
    pieces: list[Piece] = []
    for x, y, turn in ((300, 470, -6), (410, 530, 5)):
        parts = [(cuff, "accent", Weave.RIB), (heel, "accent", Weave.KNIT), (toe, "accent", Weave.KNIT)]
        pieces.append(
            Piece(
                turned(shape, turn) + (x, y),
                "main",
                Weave.RIB if cut.version % 2 else Weave.JERSEY,
                depth=60,
                bulge=0.7,
                folds=(Wrinkles(cut.seed, 90, 40, 6, turn=20), Wrinkles(cut.seed + 1, 60, 120, 5)),
                shadow=0.5,
                reach=10,
            )
        )
        whole = turned(shape, turn) + (x, y)
        pieces += [
            Piece(
                turned(part, turn) + (x, y),
                paint,
                weave,
                depth=40,
                bulge=0.4,
                form=(whole,),
                shadow=0.12,
                reach=2,
            )
            for part, paint, weave in parts
        ]
    return Goods(tuple(pieces), focus=(420, 460), zoom=1.7, fill=0.8)


def tie(cut: Cut) -> Goods:
    low = cut.between(800, 850, "long")
    wide = cut.between(62, 86, "wide")
    tail = symmetric(*stops(f"0,250 20,256! {wide * 0.62},700 {wide * 0.7},{low - 90}! 0,{low - 36}!")) + (
        16,
        0,
    )
    blade = symmetric(*stops(f"0,236 28,240! {wide * 0.8},640 {wide},{low - wide}! 0,{low}!"))
    knot = symmetric(*stops("0,150 50,154! 44,200 26,250! 0,256"))
    loop = line(
        *stops("312,160! 330,100 360,84 392,100 410,160! 394,160! 378,116 360,106 344,116 328,160! 312,160!")
    )
    gloss = cut.one_of((0.10, 0.0), "silk")
    weave = Weave.SATIN if gloss else Weave.TWILL
    pieces = (
        Piece(loop, "main", weave, depth=10, bulge=0.7, gloss=gloss, light=0.8),
        Piece(tail, "main", weave, depth=30, bulge=0.4, gloss=gloss, light=0.8, turn=45),
        Piece(
            blade,
            "main",
            weave,
            depth=40,
            bulge=0.5,
            gloss=gloss,
            shadow=0.45,
            reach=9,
            folds=(
                Creases(
                    (line((352, 262), (350, 360), (356, 460)), line((372, 262), (380, 340), (376, 420))),
                    12,
                    -3,
                ),
                Wrinkles(cut.seed, 80, 200, 5),
            ),
            turn=45,
        ),
        Piece(
            knot,
            "main",
            weave,
            depth=26,
            bulge=0.9,
            gloss=gloss,
            shadow=0.45,
            reach=6,
            turn=-45,
            folds=(Creases((line((330, 170), (360, 200), (370, 244)),), 10, -2),),
        ),
    )
    return Goods(pieces, focus=(365, 240), zoom=1.9, fill=0.88)
