"""Wallets."""

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import ellipse, rounded
from ..piece import Piece
from ..weave import Weave
from .fittings import METALS
from .handbags import SKINS


def wallet(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(SKINS, "skin")
    low = cut.between(620, 660, "low")
    back = rounded(128, 356, 470, low - 356, 20)
    front = rounded(116, 372, 478, low - 362, 22)
    edge = rounded(128, 384, 454, low - 386, 14)
    strap = cut.one_of((True, False), "strap")
    tab = rounded(500, 470, 112, 64, 20)
    pieces = (
        Piece(back, "main", weave, depth=14, bulge=0.6, gloss=gloss, light=0.8),
        Piece(rounded(140, 366, 440, 30, 6), "lining", Weave.SMOOTH, depth=5, bulge=0.4, light=0.7),
        Piece(
            front,
            "main",
            weave,
            depth=22,
            bulge=0.7,
            gloss=gloss,
            stitches=(edge,),
            shadow=0.45,
            reach=6,
            folds=(Wrinkles(cut.seed, 160, 110, 8),),
        ),
        *(
            [
                Piece(
                    tab,
                    "main",
                    weave,
                    depth=10,
                    bulge=0.6,
                    gloss=gloss,
                    stitches=(rounded(507, 477, 98, 50, 15),),
                    shadow=0.45,
                    reach=6,
                ),
                Piece(
                    ellipse(534, 502, 11, 11),
                    cut.one_of(METALS, "metal"),
                    Weave.SMOOTH,
                    depth=6,
                    bulge=0.9,
                    gloss=0.8,
                    reach=3,
                ),
            ]
            if strap
            else []
        ),
        Piece(rounded(160, low - 66, 76, 20, 3), "main", weave, depth=2, bulge=-0.3, shadow=0, light=0.93),
    )
    return Goods(pieces, focus=(430, 500), fill=0.72)
