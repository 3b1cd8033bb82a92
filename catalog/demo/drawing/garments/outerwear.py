"""Jackets: open at the front, with a zip or buttons."""

from ..colour import darker, lighter
from ..fabric import Fabric, cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import Half, ellipse
from ..pattern import Weave
from ..piece import Piece
from ..studio import Drawing
from .torso import Torso


def jacket(look: Look) -> Drawing:
    torso = Torso(neck=54, depth=40, shoulder=142, chest=140, waist=138, hem=134, bottom=600)
    denim = look.one_of((False, True), "denim") and look.pattern is Pattern.SOLID
    fabric = cloth(look, Weave.DENIM if denim else Weave.PLAIN, scale=48)
    sleeve = plain(look.accent, Weave.PLAIN) if look.pattern is Pattern.BLOCK else fabric
    thread = "#d9a45b" if denim else ""
    pocket = Half((52, 470)).line(98, 440).shape()
    pieces = [
        Piece(torso.back(), plain(darker(look.colour, 0.55)), Light.FLAT),
        Piece(
            torso.long_sleeve(592, 64),
            sleeve,
            Light.TUBE,
            folds=(Half((156, 230)).curve((190, 300), (170, 380), (198, 450)).right(),),
            lights=(Half((176, 220)).curve((200, 300), (206, 380), (206, 470)).right(),),
            mirrored=True,
        ),
        Piece(torso.cuff(592, 64), _trim(look, denim=denim), Light.TUBE, mirrored=True),
        Piece(
            torso.outline(),
            fabric,
            folds=torso.folds(),
            seams=(torso.armhole(), pocket),
            stitches=(pocket,),
            stitch_colour=thread,
            mirrored=False,
        ),
        Piece(pocket, plain(darker(look.colour, 0.3)), Light.NONE, mirrored=True),
        Piece(torso.band(36), _trim(look, denim=denim), Light.ROUND),
        *(_buttons(look, thread) if denim else _zip()),
        *_collar(look, fabric, thread),
    ]
    return Drawing(pieces, focus=(180, 90, 250))


def _trim(look: Look, *, denim: bool) -> Fabric:
    return (
        plain(darker(look.colour, 0.06), Weave.DENIM) if denim else plain(darker(look.colour, 0.2), Weave.RIB)
    )


def _zip() -> list[Piece]:
    return [
        Piece(
            "M295 152 h10 v486 h-10 Z",
            plain("#9a9da3"),
            Light.TUBE,
            stitches=("M300 156 V634",),
            stitch_colour="#f2f2f2",
        ),
        Piece("M296 170 h8 l2 26 h-12 Z", plain("#c9ccd1"), Light.GLOSS),
    ]


def _buttons(look: Look, thread: str) -> list[Piece]:
    placket = Piece(
        "M284 150 h32 v488 h-32 Z",
        plain(look.colour, Weave.DENIM),
        Light.NONE,
        stitches=("M288 150 V636", "M312 150 V636"),
        stitch_colour=thread,
    )
    return [
        placket,
        *(Piece(ellipse(300, y, 7, 7), plain("#b98a4e"), Light.GLOSS) for y in range(190, 640, 72)),
    ]


def _collar(look: Look, fabric: Fabric, thread: str) -> list[Piece]:
    if look.one_of((True, False), "collar") or fabric.weave is Weave.DENIM:
        leaf = Half((2, 158)).line(50, 98).curve((72, 108), (84, 130), (88, 154)).line(42, 206).shape()
        return [
            Piece(
                leaf, fabric, Light.FLAT, seams=(leaf,), stitches=(leaf,), stitch_colour=thread, mirrored=True
            )
        ]
    stand = (
        Half((4, 168))
        .curve((26, 164), (50, 140), (48, 96))
        .line(66, 104)
        .curve((72, 150), (50, 184), (6, 194))
    )
    ribs = plain(lighter(look.colour, 0.06), Weave.RIB)
    return [Piece(stand.shape(), ribs, Light.FLAT, mirrored=True)]
