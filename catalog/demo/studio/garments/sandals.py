"""Sandals and flip-flops, from above."""

from ..folds import Creases
from ..goods import Cut, Goods
from ..outline import band, ellipse, line, rounded, stops
from ..piece import Piece
from ..weave import Weave


def sandal(cut: Cut) -> Goods:
    """From above, side by side: two broad straps over a footbed."""
    width = cut.between(62, 86, "strap")
    skin, gloss = cut.one_of(((Weave.LEATHER, 0.14), (Weave.SUEDE, 0.0), (Weave.SMOOTH, 0.24)), "skin")
    metal = cut.one_of(("#c9a64b", "#b9bdc4"), "metal")
    upper = line(*stops("-104,-110 -40,-140 36,-142 104,-106"))
    lower = line(*stops("-96,8 -36,-20 34,-22 94,4"))
    pieces: list[Piece] = []
    for side, x in ((-1, 234), (1, 486)):
        at, flip = (x, 500), (side, 1)
        pieces += _footbed(at, flip, "sole", "#b58a5c")
        for path, x_buckle in ((upper, 62), (lower, 56)):
            strap = band(path, width) * flip + at
            buckle = rounded(x_buckle - 17, float(path[:, 1].mean()) - 26, 34, 44, 6) * flip + at
            pin = rounded(x_buckle - 9, float(path[:, 1].mean()) - 16, 18, 24, 3) * flip + at
            pieces += [
                Piece(
                    strap,
                    "main",
                    skin,
                    depth=26,
                    bulge=1.0,
                    gloss=gloss,
                    shadow=0.5,
                    reach=9,
                    stitches=(band(path, width - 12) * flip + at,),
                ),
                Piece(buckle, metal, Weave.SMOOTH, depth=5, bulge=0.9, gloss=0.8, shadow=0.45, reach=4),
                Piece(pin, "main", skin, depth=5, bulge=0.5, shadow=0.2, reach=2),
            ]
    return Goods(tuple(pieces), focus=(400, 420), zoom=1.9, fill=0.8)


def _footbed(at: tuple[float, float], flip: tuple[int, int], edge: str, inner: str) -> list[Piece]:
    sole = line(
        *stops(
            "0,-250 62,-222 92,-140 84,-30 66,60 70,160 54,222 0,246 -50,224 -62,150 "
            "-62,40 -86,-60 -88,-160 -56,-228 0,-250"
        )
    )
    toes = Creases(
        (
            line((-50, -190), (0, -204), (50, -190)) * flip + at,
            line((-44, 170), (0, 190), (44, 170)) * flip + at,
        ),
        22,
        -4,
    )
    return [
        Piece(sole * flip + at, edge, Weave.SMOOTH, depth=16, bulge=0.9, shadow=0),
        Piece(
            sole * (0.9, 0.94) * flip + at,
            inner,
            Weave.SUEDE,
            depth=18,
            bulge=0.25,
            shadow=0.1,
            reach=2,
            folds=(toes,),
        ),
    ]


def flip_flop(cut: Cut) -> Goods:
    """From above, side by side."""
    straps = [line((4, -150), (44, -96), (80, -8)), line((4, -150), (-40, -96), (-78, -4))]
    pieces: list[Piece] = []
    for side, x in ((-1, 236), (1, 484)):
        at = (x, 500)
        flip = (side, 1)
        pieces += [
            *_footbed(at, flip, "sole", "second"),
            *(
                Piece(
                    band(path, (13, 24, 20)) * flip + at,
                    "main",
                    Weave.LEATHER,
                    depth=9,
                    bulge=1.0,
                    gloss=0.2,
                    shadow=0.5,
                    reach=9,
                )
                for path in straps
            ),
            Piece(
                ellipse(x + 4 * side, 350, 9, 10),
                "main",
                Weave.SMOOTH,
                depth=7,
                bulge=1.0,
                gloss=0.3,
                shadow=0.4,
                reach=5,
            ),
        ]
    return Goods(tuple(pieces), focus=(360, 420), zoom=1.9, fill=0.8)
