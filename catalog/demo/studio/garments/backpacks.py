"""Backpacks and rucksacks."""

from collections.abc import Sequence

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, band, line, rounded, stops, symmetric
from ..piece import Piece
from ..weave import Weave


def backpack(cut: Cut) -> Goods:
    weave = cut.one_of((Weave.CANVAS, Weave.TWILL, Weave.SMOOTH), "cloth")
    wide = cut.between(182, 206, "wide")
    body = symmetric(
        *stops(
            f"0,214 110,218 {wide - 10},262 {wide + 4},420 {wide + 12},680 {wide - 10},760 "
            f"{wide - 40},784! 0,790"
        )
    )
    pocket = rounded(MIDDLE - wide * 0.78, 520, wide * 1.56, 226, 34)
    arch = line(
        *stops(
            f"{MIDDLE - wide + 6},500 {MIDDLE - wide + 20},330 {MIDDLE - 90},262 "
            f"{MIDDLE},254 {MIDDLE + 90},262 {MIDDLE + wide - 20},330 "
            f"{MIDDLE + wide - 6},500"
        )
    )
    slot = line((MIDDLE - wide * 0.66, 556), (MIDDLE, 550), (MIDDLE + wide * 0.66, 556))
    handle = band(
        line(*stops(f"{MIDDLE - 40},226 {MIDDLE - 36},168 {MIDDLE},156 {MIDDLE + 36},168 {MIDDLE + 40},226")),
        17,
    )
    straps = [_shoulder_strap(side, wide) for side in (-1, 1)]
    folds = (Wrinkles(cut.seed, 110, 140, 11), Wrinkles(cut.seed + 1, 44, 60, 3.5, turn=30))
    patch = rounded(MIDDLE - 32, 640, 64, 44, 6)
    zips = _zips((arch, slot), ((MIDDLE + wide - 10, 470), (MIDDLE + wide * 0.6, 560)))
    pieces = (
        Piece(handle, "trim", Weave.CANVAS, depth=8, bulge=0.8),
        *(Piece(strap, "trim", Weave.MESH, depth=16, bulge=0.8, light=0.85) for strap in straps),
        Piece(
            body, "main", weave, depth=90, bulge=0.85, folds=folds, gloss=0.06 if weave is Weave.SMOOTH else 0
        ),
        zips[0],
        Piece(
            pocket,
            "second",
            weave,
            depth=34,
            bulge=0.6,
            folds=folds,
            seams=(pocket,),
            stitches=(rounded(MIDDLE - wide * 0.78 + 7, 527, wide * 1.56 - 14, 212, 28),),
            shadow=0.4,
            reach=8,
        ),
        *zips[1:],
        Piece(
            patch,
            "#8a5a36" if cut.one_of((True, False), "patch") else "accent",
            Weave.LEATHER,
            depth=4,
            bulge=0.4,
            stitches=(patch,),
            reach=3,
        ),
        _base(wide),
    )
    return Goods(pieces, focus=(380, 560), stands=True, fill=0.84)


def rucksack(cut: Cut) -> Goods:
    """A flap over a drawstring, held by two buckled straps."""
    wide = cut.between(176, 200, "wide")
    body = symmetric(
        *stops(f"0,250 {wide - 30},256 {wide},300! {wide + 10},480 {wide + 12},700 {wide - 20},786! 0,792")
    )
    lid = symmetric(*stops(f"0,200 {wide - 50},208 {wide + 4},262 {wide + 6},400 {wide - 10},452! 0,462"))
    pocket = rounded(MIDDLE - wide * 0.74, 560, wide * 1.48, 186, 14)
    sides = [rounded(MIDDLE + (wide - 26 if side > 0 else -wide - 18), 560, 44, 190, 16) for side in (-1, 1)]
    handle = band(
        line(*stops(f"{MIDDLE - 34},214 {MIDDLE - 30},160 {MIDDLE},150 {MIDDLE + 30},160 {MIDDLE + 34},214")),
        15,
    )
    folds = (Wrinkles(cut.seed, 100, 120, 11), Wrinkles(cut.seed + 1, 40, 60, 4, turn=-25))
    straps = [rounded(MIDDLE + x - 15, 384, 30, 236, 6) for x in (-92, 92)]
    pieces = (
        Piece(handle, "trim", Weave.LEATHER, depth=7, bulge=0.8, gloss=0.1),
        *(Piece(shape, "main", Weave.CANVAS, depth=18, bulge=0.9, folds=folds) for shape in sides),
        Piece(body, "main", Weave.CANVAS, depth=90, bulge=0.85, folds=folds),
        Piece(
            pocket,
            "main",
            Weave.CANVAS,
            depth=26,
            bulge=0.6,
            folds=folds,
            stitches=(rounded(MIDDLE - wide * 0.74 + 7, 567, wide * 1.48 - 14, 172, 9),),
            shadow=0.4,
            reach=7,
        ),
        Piece(
            lid,
            "main",
            Weave.CANVAS,
            depth=70,
            bulge=0.8,
            folds=folds,
            shadow=0.45,
            reach=11,
            stitches=(line((MIDDLE - wide, 440), (MIDDLE, 450), (MIDDLE + wide, 440)),),
        ),
        *(
            Piece(
                shape,
                "trim",
                Weave.LEATHER,
                depth=7,
                bulge=0.6,
                gloss=0.12,
                stitches=(shape,),
                shadow=0.45,
                reach=5,
            )
            for shape in straps
        ),
        *(piece for x in (MIDDLE - 92, MIDDLE + 92) for piece in _buckle(x)),
    )
    return Goods(pieces, focus=(390, 470), stands=True, fill=0.84)


def _shoulder_strap(side: int, wide: float) -> Points:
    x = MIDDLE + side * wide
    return band(line((x - side * 8, 300), (x + side * 34, 480), (x + side * 14, 730)), 32)


def _zips(paths: Sequence[Points], ends: Sequence[tuple[float, float]]) -> list[Piece]:
    """The zips, then their pulls."""
    rows = [
        Piece(
            band(path, 10),
            "trim",
            Weave.CORDUROY,
            depth=4,
            bulge=0.6,
            shadow=0.3,
            reach=3,
            stitches=(band(path, 16),),
        )
        for path in paths
    ]
    pulls = [band(line((x, y), (x + 3, y + 30)), 7) for x, y in ends]
    grey = "#a9adb3"
    return rows + [
        Piece(pull, grey, Weave.SMOOTH, depth=3, bulge=0.9, gloss=0.5, shadow=0.45, reach=4) for pull in pulls
    ]


def _base(wide: float) -> Piece:
    shape = symmetric(*stops(f"0,744 {wide - 10},740 {wide + 8},730! {wide - 10},762 {wide - 40},785! 0,791"))
    sewn = (line((MIDDLE - wide, 748), (MIDDLE, 752), (MIDDLE + wide, 748)),)
    return Piece(shape, "trim", Weave.LEATHER, depth=12, bulge=0.5, shadow=0.2, reach=3, stitches=sewn)


def _buckle(x: float) -> list[Piece]:
    frame, tongue = rounded(x - 22, 498, 44, 32, 5), rounded(x - 13, 505, 26, 18, 3)
    return [
        Piece(frame, "#b5915c", Weave.SMOOTH, depth=5, bulge=0.8, gloss=0.7, reach=4),
        Piece(tongue, "trim", Weave.LEATHER, depth=4, bulge=0.5, shadow=0.2, reach=2),
    ]
