"""Sunglasses, from the front."""

from ..colour import lighter
from ..fabric import plain
from ..light import Light
from ..look import Look
from ..outline import Half, curves, ellipse
from ..piece import Piece
from ..studio import Drawing

_TINTS = ("#3b4148", "#5b4636", "#37506b", "#4d5b45")
_X, _Y = 422, 420


def sunglasses(look: Look) -> Drawing:
    frame = plain(look.colour)
    lens = look.one_of((_round, _square), "shape")
    glass = plain(look.one_of(_TINTS, "tint"))
    hinge = Half((206, 372)).line(226, 366).curve((240, 380), (246, 400), (240, 420)).line(222, 410)
    nose = Half((0, 388)).curve((20, 382), (30, 390), (40, 402)).line(40, 414)
    nose.curve((28, 402), (14, 398), (0, 400))
    shine = ("M370 380 L420 440", "M392 372 L440 426")
    pieces = [
        Piece(hinge.shape(), frame, Light.GLOSS, mirrored=True),
        Piece(nose.closed(), frame, Light.GLOSS),
        Piece(lens(100), frame, Light.GLOSS, mirrored=True),
        Piece(lens(82), glass, Light.FLAT, lights=shine, mirrored=True),
    ]
    if look.one_of((True, False), "bridge"):
        bridge = Half((0, 358)).line(60, 352).line(60, 362).line(0, 368)
        pieces.insert(1, Piece(bridge.closed(), plain(lighter(look.accent, 0.1)), Light.GLOSS))
    return Drawing(pieces, stands=True, floor=520, focus=(280, 330, 270))


def _round(size: float) -> str:
    return ellipse(_X, _Y, size, size * 0.92)


def _square(size: float) -> str:
    wide, high = size * 1.05, size * 0.84
    left, right, low = _X - wide, _X + wide, _Y + high
    return curves(
        (left, _Y - high * 0.8),
        ((_X - wide * 0.3, _Y - high * 1.1), (_X + wide * 0.6, _Y - high * 1.1), (right, _Y - high * 0.86)),
        ((_X + wide * 1.06, _Y + high * 0.3), (_X + wide * 0.7, low), (_X, low)),
        ((_X - wide * 0.7, low), (left, _Y + high * 0.2), (left, _Y - high * 0.8)),
    )
