"""Caps and beanies."""

import numpy as np

from ..folds import Creases, Drape, Wrinkles
from ..goods import Cut, Goods
from ..outline import ellipse, line, stops, symmetric
from ..piece import Piece
from ..weave import Weave


def cap(cut: Cut) -> Goods:
    weave = cut.one_of((Weave.TWILL, Weave.CANVAS, Weave.CORDUROY), "cloth")
    crown = line(*stops("150,560! 150,440 220,318 350,278 470,312 548,420 562,556! 460,590 300,596 150,560!"))
    brim = line(
        *stops("196,560! 330,604 470,590 556,540! 640,590 684,660 660,690 560,664 400,660 262,640 196,560!")
    )
    under = line(*stops("258,640! 400,664 560,668 660,692 640,700 540,684 400,682 258,640!"))
    seams = (
        line((350, 280), (330, 420), (336, 598)),
        line((350, 280), (216, 380), (180, 572)),
        line((350, 280), (476, 370), (520, 572)),
    )
    rows = tuple(brim[20:90] * (1 - 0.05 * n) + np.array([410, 560]) * 0.05 * n for n in (1, 2, 3))
    badge = line(*stops("386,430! 480,424! 492,500! 394,510! 386,430!"))
    plain = cut.one_of((True, False), "badge")
    pieces = (
        Piece(under, "main", weave, depth=10, bulge=0.3, light=0.6),
        Piece(
            crown,
            "main",
            weave,
            depth=150,
            bulge=0.95,
            seams=seams,
            stitches=tuple(path + shift for path in seams for shift in ((5, 0), (-5, 0))),
            folds=(Wrinkles(cut.seed, 90, 90, 7),),
        ),
        *(
            Piece(ellipse(x, y, 5, 5), "trim", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0)
            for x, y in ((262, 400), (430, 372))
        ),
        Piece(ellipse(350, 282, 15, 9), "trim", weave, depth=7, bulge=0.8, reach=3),
        *(
            []
            if plain
            else [Piece(badge, "accent", Weave.LEATHER, depth=4, bulge=0.4, stitches=(badge,), reach=3)]
        ),
        Piece(
            brim,
            "second",
            weave,
            depth=46,
            bulge=0.55,
            stitches=rows,
            shadow=0.4,
            reach=8,
            folds=(Creases((line((300, 630), (430, 620), (600, 640)),), 40, 5),),
        ),
    )
    return Goods(pieces, focus=(430, 480), stands=True, fill=0.8)


def beanie(cut: Cut) -> Goods:
    weave = cut.one_of((Weave.KNIT, Weave.RIB, Weave.CABLE), "stitch")
    crown = symmetric(*stops("0,262 90,278 170,360 198,480 200,600! 0,616"))
    turn_up = symmetric(*stops("0,568 140,562 206,550! 214,610 206,674! 120,690 0,694"))
    pieces = [
        Piece(
            crown,
            "main",
            weave,
            depth=150,
            bulge=0.95,
            folds=(Wrinkles(cut.seed, 60, 140, 8), Drape(cut.seed, 8, 7, 300, 620)),
        ),
        Piece(
            turn_up,
            "main",
            Weave.RIB,
            depth=60,
            bulge=0.9,
            shadow=0.4,
            reach=8,
            folds=(Wrinkles(cut.seed + 1, 80, 80, 6),),
        ),
    ]
    if cut.one_of((True, False), "bobble"):
        pieces.insert(
            0,
            Piece(
                ellipse(360, 234, 66, 62),
                "accent",
                Weave.FLEECE,
                depth=60,
                bulge=1.0,
                folds=(Wrinkles(cut.seed + 2, 9, 9, 5), Wrinkles(cut.seed + 3, 5, 5, 3)),
            ),
        )
    return Goods(tuple(pieces), focus=(370, 570), stands=True, fill=0.72)
