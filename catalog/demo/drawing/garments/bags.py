"""Handbags and backpacks."""

from ..colour import darker, lighter
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import Half, ellipse, rounded
from ..pattern import Weave
from ..piece import Piece
from ..studio import Drawing


def handbag(look: Look) -> Drawing:
    top = look.between(150, 200, "top")
    wide = look.between(170, 215, "wide")
    rise = look.between(150, 240, "handle")
    leather = cloth(look, Weave.PLAIN, scale=36)
    dark = plain(look.accent if look.pattern is Pattern.BLOCK else darker(look.colour, 0.28))
    metal = plain(look.one_of(("#c9a64b", "#b9bdc4"), "metal"))
    body = Half((0, 340)).line(top, 334).curve((top + 14, 420), (wide - 6, 540), (wide, 600))
    body.curve((wide - 8, 632), (wide - 60, 636), (0, 636))
    flap = (
        Half((0, 336))
        .line(top + 2, 330)
        .curve((top + 8, 390), (top - 10, 430), (90, 452))
        .curve((50, 466), (20, 470), (0, 470))
    )
    pieces = [
        Piece(_handle(rise), dark, Light.TUBE),
        Piece(
            body.closed(), leather, Light.ROUND, folds=(f"M{300 - top} 560 C260 590 340 590 {300 + top} 560",)
        ),
    ]
    if look.one_of((True, False), "flap"):
        pieces += [
            Piece(flap.closed(), leather, Light.GLOSS, stitches=(flap.both(),)),
            Piece(rounded(282, 444, 36, 42, 7), metal, Light.GLOSS),
            Piece(ellipse(300, 465, 6, 6), plain("#6b5a2e"), Light.NONE),
        ]
    else:
        band = Half((0, 340)).line(top, 334).line(top + 4, 366).line(0, 372)
        pieces += [
            Piece(band.closed(), dark, Light.TUBE, stitches=(Half((0, 366)).line(top + 2, 360).both(),)),
            Piece(rounded(262, 420, 76, 24, 5), metal, Light.GLOSS),
        ]
    pieces += [Piece(ellipse(300 + side * 92, 352, 9, 9), metal, Light.GLOSS) for side in (-1, 1)]
    return Drawing(pieces, stands=True, floor=640, focus=(170, 310, 270))


def _handle(rise: float) -> str:
    top = 340 - rise
    return (
        f"M198 352 C196 {top + 40} 240 {top} 300 {top} C360 {top} 404 {top + 40} 402 352 "
        f"L386 352 C388 {top + 60} 350 {top + 18} 300 {top + 18} C250 {top + 18} 212 {top + 60} 214 352 Z"
    )


def backpack(look: Look) -> Drawing:
    wide = look.between(150, 172, "wide")
    canvas = cloth(look, scale=40)
    trim = plain(look.accent if look.pattern is Pattern.BLOCK else darker(look.colour, 0.3), Weave.PLAIN)
    body = (
        Half((0, 150))
        .curve((90, 148), (wide - 12, 176), (wide, 260))
        .curve((wide + 12, 400), (wide + 10, 560), (wide, 620))
    )
    body.curve((wide - 30, 642), (80, 644), (0, 644))
    pocket = rounded(300 - wide * 0.74, 430, wide * 1.48, 176, 30)
    lid = (
        Half((0, 150))
        .curve((90, 148), (wide - 12, 176), (wide + 1, 264))
        .curve((wide - 40, 318), (70, 330), (0, 332))
    )
    zipper = f"M{300 - wide * 0.66} 474 H{300 + wide * 0.66}"
    pieces = [
        Piece("M276 160 C270 96 330 96 324 160 L312 160 C316 116 284 116 288 160 Z", trim, Light.TUBE),
        Piece(
            Half((wide - 6, 300))
            .curve((wide + 40, 380), (wide + 40, 520), (wide + 2, 610))
            .line(wide - 10, 560)
            .shape(),
            trim,
            Light.TUBE,
            mirrored=True,
        ),
        Piece(
            body.closed(),
            canvas,
            folds=(
                Half((wide - 20, 340)).curve((wide - 40, 420), (wide - 30, 520), (wide - 40, 630)).both(),
            ),
        ),
        Piece(pocket, canvas, Light.FLAT, seams=(pocket,), stitches=(zipper,), stitch_colour="#c9ccd1"),
        Piece(lid.closed(), canvas, Light.GLOSS, stitches=(lid.both(),)),
        *(_buckle(300 + side * wide * 0.45, trim.colour) for side in (-1, 1)),
        Piece(rounded(276, 226, 48, 34, 4), plain(lighter(look.accent, 0.2)), Light.FLAT),
    ]
    return Drawing(pieces, stands=True, floor=646, focus=(165, 180, 280))


def _buckle(x: float, colour: str) -> Piece:
    return Piece(
        rounded(x - 11, 290, 22, 116, 5),
        plain(darker(colour, 0.1)),
        Light.TUBE,
        stitches=(f"M{x} 300 V396",),
        stitch_colour="#d9d2c4",
    )
