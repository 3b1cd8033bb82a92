"""Baseball caps."""

from ..colour import darker
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import ellipse
from ..piece import Piece
from ..studio import Drawing

_CROWN = "M150 486 C140 330 214 262 316 262 C418 262 476 348 470 470 C380 510 240 514 150 486 Z"
_BRIM = (
    "M318 500 C400 488 470 470 474 462 C520 476 560 510 556 540 "
    "C520 556 430 548 340 536 C310 530 306 508 318 500 Z"
)
_PANELS = (
    "M316 262 C282 330 270 420 276 506",
    "M316 262 C370 320 396 400 394 496",
    "M316 262 C230 300 190 380 186 496",
)


def cap(look: Look) -> Drawing:
    trim = plain(look.accent if look.pattern is Pattern.BLOCK else darker(look.colour, 0.18))
    rows = ("M330 520 C420 530 500 530 546 528", "M326 510 C420 516 490 512 536 512")
    pieces = [
        Piece(_BRIM, trim, Light.GLOSS, stitches=rows),
        Piece(_CROWN, cloth(look), folds=("M200 440 C260 470 340 474 440 440",), seams=_PANELS),
        Piece(ellipse(316, 262, 11, 6), trim, Light.GLOSS),
    ]
    if look.one_of((True, False), "badge"):
        badge = "M318 376 l34 -6 l8 46 l-38 6 Z"
        pieces.append(Piece(badge, plain(look.accent), Light.FLAT, stitches=("M322 380 l27 -4",)))
    return Drawing(pieces, stands=True, floor=556, focus=(240, 250, 270))
