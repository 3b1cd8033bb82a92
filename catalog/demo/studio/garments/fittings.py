"""Small hard parts that many goods have."""

from ..outline import Points, ellipse, rounded
from ..piece import Piece
from ..weave import Weave

METALS = ("#c9a64b", "#b9bdc4")
_SHINE = "#ffffff"


def metal_part(
    shape: Points, metal: str, *, depth: float = 6, light: float = 1.0, shadow: float = 0.35, reach: float = 4
) -> Piece:
    return Piece(
        shape, metal, Weave.SMOOTH, depth=depth, bulge=0.9, gloss=0.8, light=light, shadow=shadow, reach=reach
    )


def clasp(x: float, y: float, metal: str) -> list[Piece]:
    return [
        metal_part(rounded(x - 24, y - 14, 48, 34, 7), metal, shadow=0.45, reach=5),
        metal_part(rounded(x - 7, y - 6, 14, 18, 4), metal, depth=4, light=0.8, reach=3),
    ]


def ring(x: float, y: float, metal: str) -> Piece:
    return metal_part(ellipse(x, y, 13, 13), metal)


def reflection(shape: Points, strength: float) -> Piece:
    """On glass."""
    return Piece(shape, _SHINE, Weave.SMOOTH, depth=20, bulge=0.02, shadow=0, opacity=strength)
