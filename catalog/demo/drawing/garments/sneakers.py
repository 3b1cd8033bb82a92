"""Sneakers from the side, toe to the right."""

from ..colour import darker, lighter
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import curves
from ..piece import Piece
from ..studio import Drawing

_LOW, _HIGH = 378.0, 300.0
_TOE = "M404 564 C410 520 436 500 462 503 C496 512 508 536 510 564 Z"
_COUNTER = "M108 564 C100 520 104 470 113 440 C142 448 158 490 162 564 Z"
_FLASH = "M196 548 C250 520 300 500 330 470 L366 488 C330 520 290 548 262 562 Z"
_SOLE = (
    "M98 556 C200 568 400 570 512 556 C524 572 524 596 508 606 "
    "C400 614 200 614 108 606 C94 596 92 574 98 556 Z"
)


def sneaker(look: Look) -> Drawing:
    top = look.one_of((_LOW, _LOW, _HIGH), "height")
    sole = look.one_of(("#f6f5f2", "#e9e2d4", darker(look.accent, 0.1)), "sole")
    trim = plain(look.accent)
    toe = plain(lighter(look.colour, 0.16) if look.pattern is Pattern.SOLID else sole)
    pieces = [
        Piece(_tongue(top), plain(darker(look.colour, 0.2)), Light.FLAT),
        Piece(
            _upper(top),
            cloth(look, scale=20),
            Light.GLOSS,
            folds=("M180 480 C230 490 280 510 300 550", "M396 500 C384 520 382 540 386 560"),
            stitches=(f"M236 {top + 18} C280 {top + 62} 316 478 366 500",),
        ),
        Piece(_COUNTER, trim, Light.FLAT),
        Piece(_TOE, toe, Light.GLOSS),
        *([Piece(_FLASH, trim, Light.FLAT)] if look.one_of((True, False), "flash") else []),
        Piece(_SOLE, plain(sole), Light.FLAT, seams=("M98 584 C220 590 400 592 516 584",)),
    ]
    laces = _laces(top, lighter(sole, 0.5))
    return Drawing(pieces, stands=True, floor=612, focus=(210, 340, 300), extra=laces)


def _upper(top: float) -> str:
    return curves(
        (108, 564),
        ((100, 520), (104, 480), (114, top + 34)),
        ((116, top + 14), (132, top + 12), (144, top + 20)),
        ((172, top + 44), (204, top + 42), (228, top + 6)),
        ((234, top + 4), (240, top + 2), (246, top)),
        ((290, top + 46), (330, 462), (376, 482)),
        ((440, 494), (504, 510), (512, 564)),
    )


def _tongue(top: float) -> str:
    return curves(
        (222, top + 20),
        ((220, top - 26), (246, top - 42), (268, top - 22)),
        ((310, top + 30), (350, 446), (400, 486)),
        ((380, 486), (350, 486), (330, 486)),
    )


def _laces(top: float, colour: str) -> str:
    """Rungs along the opening, from its upper to its lower end."""
    rungs = []
    for step in range(5):
        x, y = 256 + 24 * step, top + 14 + (462 - top) * 0.21 * step
        rungs.append(f"M{x - 12:.0f} {y + 14:.0f} L{x + 17:.0f} {y - 9:.0f}")
    path = " ".join(rungs)
    return (
        '<g fill="none" stroke-linecap="round">'
        f'<path d="{path}" stroke="#000" stroke-width="9" stroke-opacity=".25" transform="translate(1 3)"/>'
        f'<path d="{path}" stroke="{colour}" stroke-width="7"/></g>'
    )
