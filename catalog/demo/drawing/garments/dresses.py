"""Dresses and skirts."""

from ..colour import darker
from ..fabric import cloth, plain
from ..light import Light
from ..look import Look, Pattern
from ..outline import Half
from ..pattern import Weave
from ..piece import Piece
from ..studio import Drawing
from .torso import Torso


def dress(look: Look) -> Drawing:
    waist = look.between(78, 92, "waist")
    flare = look.between(140, 205, "flare")
    end = look.between(610, 730, "length")
    neck = look.between(130, 170, "neck")
    bodice = Half((0, neck)).curve((30, 150), (48, 130), (52, 104))
    sleeves = look.one_of((True, False), "sleeves")
    bodice.line(96 if sleeves else 78, 116).curve((84, 170), (96, 210), (110, 232))
    bodice.curve((100, 280), (waist, 310), (waist, 350)).line(0, 356)
    scale = look.between(20, 34, "scale")
    pieces = [
        Piece(Torso(neck=54, depth=neck - 96).back(), plain(darker(look.colour, 0.4)), Light.FLAT),
        *(_cap_sleeves(look) if sleeves else []),
        Piece(
            _skirt(waist, flare, 344, end), cloth(look, scale=scale), folds=_pleats(waist, flare, 360, end)
        ),
        Piece(
            bodice.closed(),
            cloth(look, scale=scale),
            folds=(Half((100, 244)).curve((80, 280), (60, 300), (50, 340)).both(),),
            seams=("M300 180 V350",) if look.one_of((True, False), "seam") else (),
        ),
        Piece(
            _belt(waist),
            plain(look.accent if look.pattern is Pattern.BLOCK else darker(look.colour, 0.22)),
            Light.TUBE,
        ),
    ]
    return Drawing(pieces, focus=(180, 95, 240))


def _cap_sleeves(look: Look) -> list[Piece]:
    sleeve = (
        Half((84, 112))
        .curve((130, 120), (156, 160), (164, 216))
        .line(118, 236)
        .curve((100, 220), (90, 180), (84, 112))
    )
    return [Piece(sleeve.shape(), cloth(look, angle=-24), Light.TUBE, mirrored=True)]


def _belt(waist: float) -> str:
    return Half((0, 346)).line(waist + 1, 340).line(waist + 2, 360).line(0, 368).closed()


def skirt(look: Look) -> Drawing:
    waist = look.between(92, 104, "waist")
    flare = look.between(120, 220, "flare")
    end = look.between(520, 690, "length")
    weave = Weave.DENIM if look.one_of((False, False, True), "denim") else Weave.PLAIN
    pieces = [
        Piece(
            _skirt(waist, flare, 176, end),
            cloth(look, weave, scale=34),
            folds=_pleats(waist, flare, 200, end),
            stitches=(
                Half((0, end - 6)).curve((70, end - 6), (flare - 40, end - 14), (flare - 4, end - 22)).both(),
            ),
        ),
        Piece(
            Half((0, 150))
            .curve((40, 150), (waist - 20, 147), (waist, 143))
            .line(waist + 3, 180)
            .line(0, 188)
            .closed(),
            plain(look.accent if look.pattern is Pattern.BLOCK else darker(look.colour, 0.16), weave),
            Light.TUBE,
        ),
    ]
    return Drawing(pieces, focus=(160, 130, 280))


def _skirt(waist: float, flare: float, top: float, end: float) -> str:
    half = Half((0, top + 8)).line(waist, top)
    half.curve((waist + 26, top + 90), (flare - 16, end - 160), (flare, end - 14))
    wave = flare / 3
    half.curve((flare - wave * 0.3, end + 4), (flare - wave * 0.7, end + 6), (flare - wave, end - 4))
    half.curve((flare - wave * 1.3, end + 8), (flare - wave * 1.7, end + 8), (flare - wave * 2, end))
    return half.curve((wave * 0.7, end + 8), (wave * 0.3, end + 8), (0, end + 4)).closed()


def _pleats(waist: float, flare: float, top: float, end: float) -> tuple[str, ...]:
    shares = (0.12, 0.45, 0.8)
    return tuple(
        Half((waist * share, top + 20))
        .curve((waist * share + 8, top + 120), (flare * share, end - 120), (flare * share, end))
        .both()
        for share in shares
    )
