"""Oxfords and boots."""

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import band, ellipse, line, stops
from ..piece import Piece
from ..weave import Weave
from .shoes import FLOOR, laces, pair


def oxford(cut: Cut) -> Goods:
    upper = line(
        *stops(
            "98,600! 88,540 100,452! 124,446 180,476 236,470 262,446! 330,486 400,520 "
            "500,540 610,566 646,600! 400,606 98,600!"
        )
    )
    lining = line(*stops("100,452! 124,442 180,468 236,464 262,446! 226,500 160,502 100,452!"))
    sole = line(
        *stops(
            "90,592! 240,602 420,606 560,600 652,594! 660,606 640,618! 400,620 250,618! "
            f"242,{FLOOR}! 98,{FLOOR}! 90,592!"
        )
    )
    cap = line((478, 536), (492, 566), (488, 602))
    facing = line(*stops("262,448 330,488 400,522 380,552 300,534 250,500"))
    counter = line(*stops("182,600 176,540 140,500 96,488"))
    brogue = cut.one_of((True, False), "brogue")
    holes = (
        [ellipse(float(x), float(y), 2.2, 2.2) for x, y in (cap[::3] + (8, 0)) if y < 594] if brogue else []
    )
    pieces = [
        Piece(lining, "lining", Weave.LEATHER, depth=16, bulge=0.2, light=0.6),
        Piece(
            upper,
            "main",
            Weave.SMOOTH,
            depth=90,
            bulge=1.0,
            gloss=0.34,
            sheen=0.1,
            folds=(
                Creases(
                    (line((440, 528), (446, 560), (436, 590)), line((420, 524), (424, 552), (416, 580))),
                    10,
                    -2.6,
                ),
                Wrinkles(cut.seed, 70, 60, 5),
            ),
            seams=(cap, facing, counter),
            stitches=(cap + (5, 0), facing + (-2, 5), counter + (5, 0)),
        ),
        *(Piece(hole, "outsole", Weave.SMOOTH, depth=1, bulge=-0.4, shadow=0, light=0.5) for hole in holes),
        Piece(
            sole,
            "outsole",
            Weave.SMOOTH,
            depth=9,
            bulge=0.5,
            gloss=0.1,
            seams=(line((92, 602), (300, 611), (654, 604)),),
            shadow=0.3,
            reach=3,
        ),
        *laces(np.array([274, 452]), np.array([372, 512]), 5)[::2],
    ]
    return pair(pieces, focus=(430, 540))


def chelsea_boot(cut: Cut) -> Goods:
    top = cut.between(276, 320, "top")
    upper = line(
        *stops(
            f"108,600! 96,540 112,440 118,{top}! 200,{top - 10} 296,{top + 6}! 298,420 "
            "330,476 420,514 560,540 624,566 640,600! 400,606 108,600!"
        )
    )
    gore = line(*stops(f"172,{top - 2}! 244,{top}! 248,400 226,470 208,486! 178,440 172,{top - 2}!"))
    sole = line(
        *stops(
            "98,592! 240,602 420,606 560,600 646,592! 656,608 632,624! 400,626 262,622! "
            f"254,{FLOOR}! 106,{FLOOR}! 98,592!"
        )
    )
    tab = band(line(*stops(f"122,{top + 2} 116,{top - 26} 130,{top - 30} 138,{top + 2}")), 9)
    pieces = [
        Piece(ellipse(206, top + 2, 90, 14), "lining", Weave.LEATHER, depth=10, bulge=0.2, light=0.5),
        Piece(tab, "trim", Weave.CANVAS, depth=4, bulge=0.6),
        Piece(
            upper,
            "main",
            Weave.SUEDE if cut.version % 2 else Weave.SMOOTH,
            depth=90,
            bulge=1.0,
            gloss=0.0 if cut.version % 2 else 0.26,
            folds=(
                Creases(
                    (
                        line((300, 440), (350, 470), (330, 520)),
                        line((330, 450), (390, 500), (380, 560)),
                        line((130, 460), (190, 500), (260, 490)),
                    ),
                    14,
                    -4,
                ),
                Wrinkles(cut.seed, 70, 60, 6),
            ),
            seams=(line((210, 486), (240, 540), (250, 602)),),
            stitches=(gore, line((216, 486), (246, 540), (256, 602))),
        ),
        Piece(gore, "trim", Weave.RIB, depth=8, bulge=0.3, shadow=0.15, reach=2),
        Piece(sole, "outsole", Weave.SMOOTH, depth=9, bulge=0.5, gloss=0.06, shadow=0.3, reach=3),
    ]
    return pair(pieces, focus=(280, 430))
