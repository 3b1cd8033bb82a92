"""Blouses."""

from ..folds import Creases, Drape
from ..goods import Cut, Goods
from ..outline import both, ellipse, line
from ..piece import Piece
from ..weave import Weave
from .bodies import body_piece, torso_for
from .torso import Sleeve, neck_band, neck_inside


def blouse(cut: Cut) -> Goods:
    """Loose, with gathered shoulders and a ruffled or a banded neck."""
    torso = torso_for(cut, vee=cut.one_of((True, False), "vee"), dip=cut.between(66, 96, "dip"), bottom=660)
    puff = cut.one_of((0.42, 0.62, 0.98), "sleeve")
    sleeve = Sleeve(torso, length=puff, wide=112, cuff=94 if puff < 0.9 else 84, spread=10)
    drape = (Drape(cut.seed + 31, 9, 9, torso.armpit - 30, torso.bottom - 40, sharp=0.2), *torso.folds(0.5))
    gathers = (
        *both((80, torso.top + 26), (84, torso.top + 90)),
        *both((104, torso.top + 30), (108, torso.top + 84)),
        *both((60, torso.top + 30), (60, torso.top + 100)),
    )
    button_line = line((360, torso.top + torso.dip), (360, torso.bottom))
    cuffs = [
        Piece(shape, "main", Weave.SATIN, depth=11, bulge=0.6, shadow=0.25, reach=3)
        for shape in sleeve.cuff_shape(20, -0.22)
    ]
    pieces = (
        *sleeve.pieces(Weave.SATIN, body=torso.body, soft=1.3, sheen=0.12, gloss=0.05),
        *cuffs,
        body_piece(
            torso,
            sleeve,
            Weave.SATIN,
            folds=(*drape, Creases(gathers, 6, -2.2)),
            sheen=0.12,
            gloss=0.05,
            seams=(*torso.armhole, button_line),
        ),
        *(
            Piece(
                ellipse(360, torso.top + torso.dip + 24 + 54 * n, 4.2, 4.2),
                "button",
                Weave.SMOOTH,
                depth=3,
                bulge=0.7,
                gloss=0.3,
                reach=2,
            )
            for n in range(7)
        ),
        *neck_band(torso, 11, weave=Weave.SATIN),
    )
    return Goods(pieces, focus=(360, torso.top + 130), hollow=tuple(neck_inside(torso, Weave.SATIN)))
