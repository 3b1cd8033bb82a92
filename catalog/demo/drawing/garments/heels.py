"""Court shoes from the side, toe to the right."""

from dataclasses import dataclass

from ..colour import darker
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look
from ..outline import curves, ellipse
from ..piece import Piece
from ..studio import Drawing

_FLOOR = 580.0


def heel(look: Look) -> Drawing:
    shoe = _Shoe(seat=_FLOOR - look.between(110, 175, "height"), thin=look.between(9, 30, "heel"))
    fabric = cloth(look, scale=18)
    shine = f"M350 {_FLOOR - 50} C410 {_FLOOR - 42} 450 {_FLOOR - 30} 480 {_FLOOR - 20}"
    pieces = [
        Piece(shoe.lining(), plain("#d9bfa2"), Light.FLAT),
        Piece(shoe.stiletto(), plain(darker(look.colour, 0.25)), Light.TUBE),
        Piece(shoe.sole(), plain(darker(look.colour, 0.55)), Light.NONE),
        Piece(shoe.upper(), fabric, Light.GLOSS, lights=(shine,)),
    ]
    if look.one_of((True, False), "strap"):
        buckle = ellipse(256, shoe.seat - 44, 7, 7)
        pieces += [Piece(shoe.strap(), fabric, Light.GLOSS), Piece(buckle, plain("#c9a64b"), Light.GLOSS)]
    return Drawing(pieces, stands=True, floor=_FLOOR + 4, focus=(92, 330, 300))


@dataclass(frozen=True)
class _Shoe:
    """`seat` is the y on which the heel of the foot rests; `thin` the width of the heel on the ground."""

    seat: float
    thin: float

    def upper(self) -> str:
        seat = self.seat
        return curves(
            (116, seat + 8),
            ((106, seat - 30), (104, seat - 60), (112, seat - 92)),
            ((118, seat - 100), (132, seat - 98), (140, seat - 88)),
            ((190, seat - 20), (250, _FLOOR - 72), (330, _FLOOR - 66)),
            ((372, _FLOOR - 62), (440, _FLOOR - 50), (486, _FLOOR - 32)),
            ((514, _FLOOR - 20), (514, _FLOOR - 4), (494, _FLOOR - 3)),
            ((440, _FLOOR - 3), (380, _FLOOR - 4), (330, _FLOOR - 4)),
            ((270, _FLOOR - 8), (220, seat + 42), (116, seat + 8)),
        )

    def lining(self) -> str:
        return curves(
            (136, self.seat - 92),
            ((200, self.seat - 70), (280, _FLOOR - 112), (336, _FLOOR - 66)),
            ((250, _FLOOR - 60), (190, self.seat - 10), (136, self.seat - 92)),
        )

    def sole(self) -> str:
        return curves(
            (112, self.seat + 4),
            ((220, self.seat + 38), (268, _FLOOR - 14), (330, _FLOOR - 10)),
            ((384, _FLOOR - 10), (440, _FLOOR - 8), (494, _FLOOR - 8)),
            ((498, _FLOOR - 4), (498, _FLOOR + 3), (494, _FLOOR + 3)),
            ((440, _FLOOR + 3), (380, _FLOOR + 3), (326, _FLOOR + 3)),
            ((262, _FLOOR - 1), (214, self.seat + 54), (114, self.seat + 18)),
        )

    def stiletto(self) -> str:
        foot = 122 + self.thin
        return curves(
            (114, self.seat + 8),
            ((118, self.seat + 60), (120, _FLOOR - 40), (122, _FLOOR + 3)),
            ((124, _FLOOR + 3), (foot - 2, _FLOOR + 3), (foot, _FLOOR + 3)),
            ((foot + 6, _FLOOR - 40), (150, self.seat + 72), (190, self.seat + 32)),
        )

    def strap(self) -> str:
        seat = self.seat
        return curves(
            (118, seat - 84),
            ((190, seat - 128), (250, seat - 96), (262, seat - 46)),
            ((258, seat - 44), (254, seat - 43), (250, seat - 42)),
            ((236, seat - 84), (190, seat - 108), (122, seat - 68)),
        )
