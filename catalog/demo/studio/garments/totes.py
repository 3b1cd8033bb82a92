"""Totes and bucket bags."""

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Corner, Points, band, both, line, rounded, stops, symmetric
from ..piece import Piece
from ..weave import Weave


def tote(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(
        ((Weave.CANVAS, 0.0), (Weave.LEATHER, 0.12), (Weave.CANVAS, 0.0), (Weave.STRAW, 0.0)), "cloth"
    )
    wide, low = cut.between(218, 250, "wide"), cut.between(770, 820, "low")
    rise = cut.between(190, 250, "handle")
    shape = symmetric(*stops(f"0,384 {wide},376! {wide - 4},560 {wide - 22},{low}! 0,{low + 6}"))
    inside = symmetric((0, 366), Corner(wide, 376), (0, 396))
    handle = _tote_handle(rise)
    patch = rounded(MIDDLE + 40, low - 120, 96, 52, 5)
    box = [rounded(MIDDLE + x - 14, 392, 28, 86, 3) for x in (-92, 92)]
    pieces = (
        Piece(band(handle + (10, -16), 20), "trim", weave, depth=9, bulge=0.7, light=0.6, gloss=gloss),
        Piece(inside, "lining", weave, depth=20, bulge=0.2, light=0.42),
        Piece(
            shape,
            "main",
            weave,
            depth=90,
            bulge=0.55,
            gloss=gloss,
            folds=(
                Wrinkles(cut.seed, 110, 260, 15),
                Wrinkles(cut.seed + 1, 50, 130, 5, turn=18),
                Creases(
                    (*both((90, 480), (130, 580), (150, 700)), *both((60, 490), (40, 600), (60, 740))), 20, -6
                ),
            ),
            stitches=(line((MIDDLE - wide, 402), (MIDDLE, 410), (MIDDLE + wide, 402)),),
        ),
        Piece(
            band(handle, 24),
            "trim",
            weave,
            depth=11,
            bulge=0.7,
            gloss=gloss,
            stitches=(band(handle, 17),),
            shadow=0.4,
            reach=7,
        ),
        *(
            Piece(one, "trim", weave, depth=8, bulge=0.4, gloss=gloss, stitches=(one,), reach=3)
            for one in box
        ),
        *(
            [
                Piece(
                    patch, "#8a5a36", Weave.LEATHER, depth=4, bulge=0.5, stitches=(patch,), gloss=0.1, reach=3
                )
            ]
            if cut.one_of((True, False), "patch")
            else []
        ),
    )
    return Goods(pieces, focus=(400, 460), stands=True, fill=0.84)


def bucket_bag(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(((Weave.LEATHER, 0.12), (Weave.SUEDE, 0.0), (Weave.STRAW, 0.0)), "skin")
    low = cut.between(730, 770, "low")
    body = symmetric(*stops(f"0,370 170,366! 176,440 198,600 190,{low - 24} 170,{low}! 0,{low + 8}"))
    inside = symmetric(*stops("0,350 110,354 170,366! 110,384 0,390"))
    strap = line(
        *stops(
            f"{MIDDLE - 160},400 {MIDDLE - 150},240 {MIDDLE - 40},120 {MIDDLE + 60},124 "
            f"{MIDDLE + 152},250 {MIDDLE + 160},400"
        )
    )
    cord = line(*stops(f"{MIDDLE - 168},440 {MIDDLE - 60},448 {MIDDLE + 60},448 {MIDDLE + 168},440"))
    gathers = tuple(path for x in (24, 66, 104, 138) for path in both((x, 380), (x + 4, 450), (x + 10, 560)))
    knots = [
        band(line((MIDDLE + x, 446), (MIDDLE + x * 2.2, 520), (MIDDLE + x * 1.6, 590)), 7) for x in (-9, 9)
    ]
    pieces = (
        Piece(band(strap, 18), "trim", Weave.LEATHER, depth=8, bulge=0.8, gloss=0.1),
        Piece(inside, "lining", Weave.CANVAS, depth=20, bulge=0.2, light=0.45),
        Piece(
            body,
            "main",
            weave,
            depth=110,
            bulge=0.85,
            gloss=gloss,
            folds=(Creases(gathers, 12, -5), Wrinkles(cut.seed, 80, 120, 9)),
            seams=(line((MIDDLE - 196, 640), (MIDDLE, 652), (MIDDLE + 196, 640)),),
            stitches=(line((MIDDLE - 196, 648), (MIDDLE, 660), (MIDDLE + 196, 648)),),
        ),
        Piece(band(cord, 8), "trim", Weave.CANVAS, depth=4, bulge=1, reach=4, shadow=0.4),
        *(Piece(knot, "trim", Weave.CANVAS, depth=4, bulge=1, reach=5, shadow=0.45) for knot in knots),
    )
    return Goods(pieces, focus=(370, 450), stands=True, fill=0.82)


def _tote_handle(rise: float) -> Points:
    return line(
        *stops(
            f"{MIDDLE - 92},470 {MIDDLE - 90},384 {MIDDLE - 74},{400 - rise} "
            f"{MIDDLE},{376 - rise} {MIDDLE + 74},{400 - rise} {MIDDLE + 90},384 "
            f"{MIDDLE + 92},470"
        )
    )
