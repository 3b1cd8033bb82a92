"""Sweatshirts and sweaters."""

from ..colour import darker
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import Half, rounded
from ..pattern import Weave
from ..piece import Piece
from ..studio import Drawing
from .torso import Torso

_ELBOW = (
    Half((150, 220)).curve((186, 300), (168, 380), (196, 450)).right(),
    Half((196, 420)).curve((180, 470), (206, 520), (190, 570)).right(),
)


def hoodie(look: Look) -> Drawing:
    torso = Torso(neck=58, depth=50, shoulder=138, chest=140, waist=140, hem=136, bottom=610)
    ribs = plain(darker(look.colour, 0.08), Weave.RIB)
    sleeve = plain(look.accent, Weave.PLAIN) if look.pattern is Pattern.BLOCK else cloth(look, angle=-8)
    pocket = Half((0, 470)).line(64, 470).curve((72, 500), (92, 540), (104, 560)).line(104, 606).line(0, 612)
    cord = look.accent
    pieces = [
        Piece(torso.long_sleeve(584, 60), sleeve, Light.TUBE, folds=_ELBOW, mirrored=True),
        Piece(torso.cuff(584, 60), ribs, Light.TUBE, mirrored=True),
        Piece(torso.outline(), cloth(look, scale=40), folds=torso.folds(), seams=(torso.armhole(),)),
        Piece(torso.band(34), ribs, Light.ROUND),
        Piece(pocket.closed(), cloth(look, scale=40), Light.FLAT, stitches=(pocket.both(),)),
        *_hood(look),
        Piece(rounded(268, 196, 5, 90, 2.5), plain(cord), Light.NONE),
        Piece(rounded(327, 196, 5, 76, 2.5), plain(cord), Light.NONE),
    ]
    return Drawing(pieces, focus=(170, 70, 260))


def _hood(look: Look) -> list[Piece]:
    inside = Half((0, 88)).curve((42, 90), (58, 120), (52, 160)).curve((40, 190), (20, 202), (0, 206))
    half = Half((0, 70)).curve((70, 66), (98, 118), (94, 156)).curve((80, 200), (40, 226), (0, 228))
    half.line(0, 206).curve((20, 202), (44, 186), (50, 158)).curve((56, 118), (40, 92), (0, 90))
    return [
        Piece(inside.closed(), plain(darker(look.colour, 0.45)), Light.FLAT),
        Piece(half.shape(), cloth(look, scale=40), Light.FLAT, seams=(half.right(),), mirrored=True),
    ]


def sweater(look: Look) -> Drawing:
    torso = Torso(
        neck=look.between(48, 60, "neck"),
        depth=look.one_of((30.0, 40.0, 96.0), "neckline"),
        shoulder=134,
        chest=134,
        waist=130,
        hem=126,
        bottom=610,
    )
    ribs = plain(darker(look.colour, 0.1), Weave.RIB)
    pieces = [
        Piece(torso.back(), plain(darker(look.colour, 0.4), Weave.KNIT), Light.FLAT),
        Piece(
            torso.long_sleeve(584, 56),
            cloth(look, Weave.KNIT, angle=-8, scale=44),
            Light.TUBE,
            folds=_ELBOW,
            mirrored=True,
        ),
        Piece(torso.cuff(584, 56, 40), ribs, Light.TUBE, mirrored=True),
        Piece(
            torso.outline(), cloth(look, Weave.KNIT, scale=44), folds=torso.folds(), seams=(torso.armhole(),)
        ),
        Piece(torso.band(38), ribs, Light.ROUND),
        Piece(torso.collar(20), ribs, Light.FLAT),
    ]
    return Drawing(pieces, focus=(170, 90, 270))
