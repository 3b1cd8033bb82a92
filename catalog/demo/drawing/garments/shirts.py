"""T-shirts and shirts."""

from ..colour import darker, lighter
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import Half, ellipse, rounded
from ..pattern import Weave
from ..piece import Piece
from ..studio import Drawing
from .torso import Torso


def tshirt(look: Look) -> Drawing:
    torso = Torso(
        depth=look.between(36, 58, "neck"),
        waist=look.between(114, 128, "waist"),
        hem=look.between(124, 138, "hem"),
        bottom=look.between(600, 650, "length"),
    )
    block = look.pattern is Pattern.BLOCK
    sleeve = plain(look.accent, Weave.PLAIN) if block else cloth(look, angle=-28, scale=30)
    trim = look.accent if block or look.one_of((False, False, True), "ringer") else darker(look.colour, 0.1)
    pieces = [
        Piece(torso.back(), plain(darker(look.colour, 0.35)), Light.FLAT),
        Piece(
            torso.short_sleeve(look.between(80, 120, "sleeve")),
            sleeve,
            Light.TUBE,
            folds=(Half((150, 200)).curve((160, 240), (165, 270), (150, 300)).right(),),
            mirrored=True,
        ),
        Piece(torso.outline(), cloth(look, scale=30), folds=torso.folds(), seams=(torso.armhole(),)),
        Piece(torso.collar(13), plain(trim, Weave.RIB), Light.FLAT, seams=(torso.neckline(),)),
        *_print(look),
    ]
    return Drawing(pieces, focus=(170, 90, 270))


def _print(look: Look) -> list[Piece]:
    """Half of the plain ones carry something on the chest."""
    if look.pattern is not Pattern.SOLID:
        return []
    ink = plain(look.accent)
    drawn = {
        "sun": (ellipse(300, 330, 44, 44),),
        "hills": ("M232 390 L280 310 L308 352 L328 324 L368 390 Z",),
        "bars": tuple(rounded(240, 300 + 22 * row, 120 - 30 * row, 10, 4) for row in range(3)),
        "pocket": (),
        "none": (),
    }
    motif = look.one_of(tuple(drawn), "print")
    if motif == "pocket":
        pocket = "M338 268 h54 v50 l-27 14 l-27 -14 Z"
        return [Piece(pocket, cloth(look), Light.NONE, stitches=(pocket,))]
    return [Piece(path, ink, Light.NONE) for path in drawn[motif]]


def shirt(look: Look) -> Drawing:
    torso = Torso(
        neck=46,
        depth=30,
        waist=look.between(116, 126, "waist"),
        hem=look.between(126, 136, "hem"),
        bottom=look.between(620, 650, "length"),
    )
    low = torso.bottom + 9
    pieces = [
        Piece(torso.back(), plain(darker(look.colour, 0.35)), Light.FLAT),
        *_shirt_sleeves(look, torso),
        Piece(
            torso.outline(),
            cloth(look, scale=look.between(18, 34, "scale")),
            folds=torso.folds(),
            seams=(torso.armhole(),),
        ),
        Piece(
            f"M290 150 H310 L311 {low} H289 Z",
            cloth(look),
            Light.NONE,
            seams=(f"M290 150 V{low}", f"M310 150 V{low}"),
        ),
        *_collar(look),
        *(Piece(ellipse(300, y, 5, 5), plain(_button(look)), Light.GLOSS) for y in range(190, 620, 66)),
    ]
    if look.one_of((True, False), "pocket"):
        pocket = "M340 262 h58 v54 l-29 15 l-29 -15 Z"
        pieces.append(Piece(pocket, cloth(look), Light.NONE, stitches=(pocket,)))
    return Drawing(pieces, focus=(190, 85, 240))


def _shirt_sleeves(look: Look, torso: Torso) -> list[Piece]:
    fold = (Half((160, 230)).curve((182, 300), (176, 360), (196, 430)).right(),)
    if look.one_of((True, True, False), "long"):
        sleeve = Piece(torso.long_sleeve(), cloth(look, angle=-8), Light.TUBE, folds=fold, mirrored=True)
        cuff = Piece(torso.cuff(), cloth(look, angle=82), Light.TUBE, seams=(torso.cuff(),), mirrored=True)
        return [sleeve, cuff]
    return [Piece(torso.short_sleeve(120), cloth(look, angle=-28), Light.TUBE, folds=fold, mirrored=True)]


def _collar(look: Look) -> list[Piece]:
    stand = (
        Half((0, 148))
        .curve((24, 148), (44, 140), (48, 108))
        .line(52, 128)
        .curve((46, 152), (20, 158), (0, 158))
    )
    leaf = Half((0, 152)).line(46, 104).curve((60, 112), (70, 128), (74, 150)).line(40, 206).shape()
    trim = cloth(look, angle=40)
    return [
        Piece(stand.closed(), plain(darker(look.colour, 0.12)), Light.NONE),
        Piece(leaf, trim, Light.FLAT, seams=(leaf,), mirrored=True),
    ]


def _button(look: Look) -> str:
    return lighter(look.colour, 0.75) if look.one_of((True, False), "buttons") else darker(look.colour, 0.5)
