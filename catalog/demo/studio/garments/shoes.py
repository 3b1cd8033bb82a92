"""Shoes are shown from the side, toe to the right, as a pair: the other one stands behind."""

from collections.abc import Sequence

import numpy as np

from ..goods import Goods
from ..outline import Points, band, ellipse, line
from ..piece import Piece
from ..placing import moving, placed
from ..weave import Weave

FLOOR = 640.0


def pair(
    pieces: Sequence[Piece],
    *,
    focus: tuple[float, float] = (400, 540),
    back: tuple[float, float] = (72, -138),
    zoom: float = 1.9,
) -> Goods:
    """The second shoe is the first one, further off."""
    at = (360, FLOOR)
    far = placed(pieces, moving(scale=0.94, about=at, to=(360 + back[0], FLOOR + back[1])), light=0.86)
    near = placed(pieces, moving(scale=1.0, about=at, to=(336, FLOOR)))
    ground = Piece(
        ellipse(360 + back[0], FLOOR + back[1] + 2, 262, 13),
        "#000000",
        Weave.SMOOTH,
        light=0.1,
        shadow=0,
        opacity=0.34,
        feather=9,
    )
    return Goods((ground, *far, *near), focus=focus, zoom=zoom, stands=True, fill=0.86)


def laces(start: Points, end: Points, count: int) -> list[Piece]:
    pieces = []
    for step in np.linspace(0.04, 0.96, count):
        x, y = start + (end - start) * step
        path = line((x - 17, y + 22), (x + 4, y - 1), (x + 21, y - 13))
        pieces.append(
            Piece(band(path, 9.5), "lace", Weave.CANVAS, depth=4.5, bulge=1.0, shadow=0.42, reach=3.5)
        )
        pieces.append(
            Piece(
                ellipse(x - 16, y + 21, 4, 4),
                "#8c9096",
                Weave.SMOOTH,
                depth=2,
                bulge=-0.6,
                gloss=0.3,
                shadow=0,
            )
        )
    return pieces
