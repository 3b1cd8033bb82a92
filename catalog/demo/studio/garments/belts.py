"""Belts."""

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import band, ellipse, line, rounded
from ..piece import Piece
from ..weave import Weave


def belt(cut: Cut) -> Goods:
    """Rolled up, its buckle in front."""
    metal = cut.one_of(("#b9bdc4", "#c9a64b", "#5c5f66"), "metal")
    high = cut.between(74, 96, "wide")
    y = 470.0
    angles = np.linspace(np.pi * 0.995, 0.005, 50)
    arc = np.stack([360 + 236 * np.cos(angles), y + 92 * np.sin(angles)], axis=1)
    wall = np.concatenate([arc, arc[::-1] + (0, high)])
    edges = tuple(arc + (0, at) for at in (9, high - 9))
    holes = [ellipse(200 + 26 * n, y + 78 + high * 0.42 - abs(4 - n) * 5, 4, 5) for n in range(5)]
    buckle = rounded(396, y + 58 + high * 0.0, 104, high + 30, 12)
    window = rounded(414, y + 76, 68, high - 6, 6)
    keeper = rounded(356, y + 80, 24, high + 8, 4)
    pieces = [
        *_coils(y),
        Piece(
            wall,
            "main",
            Weave.LEATHER,
            depth=20,
            bulge=0.5,
            gloss=0.16,
            stitches=edges,
            shadow=0.45,
            reach=8,
            folds=(
                Creases((arc[6:14] + (0, high / 2), arc[36:44] + (0, high / 2)), 60, -14),
                Wrinkles(cut.seed, 80, 60, 4),
            ),
        ),
        *(Piece(hole, "#1b1714", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0) for hole in holes),
        Piece(keeper, "main", Weave.LEATHER, depth=6, bulge=0.7, gloss=0.16, shadow=0.4, reach=4),
        Piece(buckle, metal, Weave.SMOOTH, depth=8, bulge=1.0, gloss=0.8, shadow=0.5, reach=7),
        Piece(
            window, "main", Weave.LEATHER, depth=10, bulge=0.3, gloss=0.14, light=0.82, shadow=0.3, reach=4
        ),
        Piece(
            band(line((408, y + 74 + high / 2), (488, y + 70 + high / 2)), 9),
            metal,
            Weave.SMOOTH,
            depth=4,
            bulge=1,
            gloss=0.8,
            shadow=0.5,
            reach=5,
        ),
    ]
    return Goods(tuple(pieces), focus=(430, 580), zoom=1.9, stands=True, fill=0.78)


def _coils(y: float) -> list[Piece]:
    """The turns that are seen from above, the outer one first."""
    pieces: list[Piece] = []
    for rx, ry, shade in ((236, 92, 0.5), (196, 74, 0.62), (160, 58, 0.7)):
        edge, inner = ellipse(360, y, rx, ry), ellipse(360, y + 4, rx - 13, ry - 8)
        light = min(1.0, shade + 0.3)
        pieces += [
            Piece(
                edge, "main", Weave.LEATHER, depth=8, bulge=0.5, light=light, gloss=0.1, shadow=0.4, reach=6
            ),
            Piece(inner, "lining", Weave.SUEDE, depth=40, bulge=-0.4, light=shade, shadow=0.3, reach=6),
        ]
    return pieces
