"""Jeans, trousers and shorts."""

from ..colour import darker
from ..fabric import Fabric, cloth, plain
from ..light import Light
from ..look import Look
from ..outline import Half, ellipse
from ..pattern import Weave
from ..piece import Piece
from ..studio import Drawing

_TOP = 96


def jeans(look: Look) -> Drawing:
    denim = cloth(look, Weave.DENIM)
    fade = Half((70, 240)).curve((84, 340), (82, 440), (80, 520)).right()
    knee = Half((56, 470)).curve((80, 482), (96, 478), (112, 468)).right()
    pocket = Half((36, 128)).curve((46, 170), (76, 182), (108, 176))
    leg = _leg(look.between(54, 84, "cut"), 740, 62)
    pieces = [
        Piece(
            leg,
            denim,
            Light.TUBE,
            folds=(knee, _crotch()),
            lights=(fade,),
            stitches=(pocket.right(), Half((112, 190)).curve((122, 320), (112, 520), (104, 730)).right()),
            stitch_colour="#d9a45b",
            mirrored=True,
        ),
        Piece(_waistband(100), denim, Light.TUBE, stitches=(_waistband(100),), stitch_colour="#d9a45b"),
        Piece(ellipse(300, 112, 8, 8), plain("#b98a4e"), Light.GLOSS),
    ]
    return Drawing(_with_fly(pieces, denim), focus=(175, 80, 250))


def trousers(look: Look) -> Drawing:
    wool = cloth(look, scale=30)
    crease = Half((66, 150)).curve((72, 320), (74, 520), (76, 738)).right()
    pocket = Half((62, 130)).line(102, 210).right()
    leg = _leg(look.between(52, 74, "cut"), 742, 60)
    pieces = [
        Piece(
            leg, wool, Light.TUBE, folds=(_crotch(),), lights=(crease,), seams=(crease, pocket), mirrored=True
        ),
        Piece(_waistband(98), wool, Light.TUBE, seams=(_waistband(98),)),
        Piece(ellipse(300, 112, 5, 5), plain(darker(look.colour, 0.5)), Light.GLOSS),
    ]
    return Drawing(_with_fly(pieces, wool), focus=(175, 80, 250))


def shorts(look: Look) -> Drawing:
    weave = Weave.DENIM if look.one_of((True, False, False), "denim") else Weave.PLAIN
    fabric = cloth(look, weave, scale=30)
    end = look.between(390, 480, "length")
    pocket = Half((44, 206)).curve((56, 250), (86, 262), (120, 252)).right()
    wide = look.between(128, 146, "wide")
    hem = Half((19, end - 15)).line(wide - 2, end - 21).right()
    pieces = [
        Piece(
            _short_leg(wide, end),
            fabric,
            Light.TUBE,
            folds=(_crotch(80),),
            seams=(pocket,),
            stitches=(hem,),
            mirrored=True,
        ),
        Piece(_waistband(106, 170), fabric, Light.TUBE, seams=(_waistband(106, 170),)),
    ]
    if look.one_of((True, False), "cord"):
        cord = "M294 200 C286 230 280 250 282 276 M306 200 C314 230 322 246 318 268"
        extra = (
            f'<path d="{cord}" fill="none" stroke="{look.accent}" stroke-width="4" stroke-linecap="round"/>'
        )
        return Drawing(pieces, focus=(165, 150, 270), extra=extra)
    return Drawing(_with_fly(pieces, fabric, 80), focus=(165, 150, 270))


def _short_leg(wide: float, end: float) -> str:
    leg = Half((0, 196)).line(105, 192).curve((118, 240), (wide - 8, 320), (wide, end - 4))
    leg.curve((100, end + 8), (60, end + 9), (20, end + 4)).curve((18, end - 40), (8, 330), (2, 312))
    return leg.line(0, 300).shape()


def _leg(cut: float, end: float, narrow: float) -> str:
    """The right leg; `cut` is the width at its end, `narrow` where its middle is."""
    top, centre = _TOP + 26, narrow + 18
    leg = Half((0, top)).line(100, top - 4)
    leg.curve((122, top + 70), (132, top + 130), (centre + cut * 0.62, top + (end - top) * 0.6))
    leg.line(centre + cut / 2, end)
    leg.curve((centre + cut / 4, end + 7), (centre - cut / 4, end + 7), (centre - cut / 2, end + 2))
    leg.curve((centre - cut * 0.55, top + (end - top) * 0.55), (6, top + 190), (2, top + 126))
    return leg.line(0, top + 112).shape()


def _waistband(width: float, top: float = _TOP) -> str:
    band = (
        Half((0, top + 4))
        .curve((40, top + 4), (width - 20, top + 1), (width - 2, top - 2))
        .line(width + 1, top + 27)
    )
    return band.line(0, top + 33).closed()


def _crotch(down: float = 0) -> str:
    return Half((2, 240 + down)).curve((30, 250 + down), (60, 262 + down), (88, 262 + down)).right()


def _with_fly(pieces: list[Piece], fabric: Fabric, down: float = 0) -> list[Piece]:
    seams = (
        f"M300 {128 + down} V{236 + down}",
        f"M316 {128 + down} C317 {190 + down} 314 {214 + down} 300 {226 + down}",
    )
    fly = f"M299 {128 + down} h2 v108 h-2 Z"
    return [*pieces, Piece(fly, plain(darker(fabric.colour, 0.3)), Light.NONE, seams=seams)]
