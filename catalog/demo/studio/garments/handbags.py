"""Handbags."""

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, band, both, line, stops, symmetric
from ..piece import Piece
from ..weave import Weave
from .fittings import METALS, clasp, ring

SKINS = ((Weave.LEATHER, 0.16), (Weave.SMOOTH, 0.24), (Weave.LEATHER, 0.10))


def top_handle(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(SKINS, "skin")
    metal = cut.one_of(METALS, "metal")
    top, wide, low = cut.between(170, 205, "top"), cut.between(205, 245, "wide"), cut.between(690, 740, "low")
    rise = cut.between(150, 220, "handle")
    body = symmetric(
        *stops(f"0,400 {top},396! {top + 16},500 {wide},{low - 30} {wide - 12},{low}! 0,{low + 4}")
    )
    handle = line(
        *stops(
            f"{MIDDLE - 100},410 {MIDDLE - 96},{410 - rise * 0.6} {MIDDLE},{404 - rise} "
            f"{MIDDLE + 96},{410 - rise * 0.6} {MIDDLE + 100},410"
        )
    )
    sides = both((top + 6, 410), (top + 10, 520), (wide - 14, low - 10))
    pieces = [
        Piece(band(handle + (7, -9), 17), "main", weave, depth=8, bulge=0.9, gloss=gloss, light=0.62),
        Piece(
            body,
            "main",
            weave,
            depth=70,
            bulge=0.7,
            gloss=gloss,
            folds=(Wrinkles(cut.seed, 120, 120, 8), Creases(sides, 16, -4)),
            stitches=both((top - 12, 410), (wide - 22, low - 14)),
        ),
        Piece(
            symmetric(
                *stops(
                    f"0,{low - 10} {wide - 26},{low - 14} {wide - 6},{low - 22}! "
                    f"{wide - 10},{low + 2}! 0,{low + 6}"
                )
            ),
            "main",
            weave,
            depth=8,
            bulge=0.6,
            gloss=gloss,
            light=0.85,
        ),
    ]
    flapped = cut.one_of((True, True, False), "flap")
    pieces += _flap(cut, top, weave, gloss) if flapped else _rim(top, weave, gloss)
    pieces += clasp(360, 530 if flapped else 420, metal)
    pieces += [
        Piece(
            band(handle, 20),
            "main",
            weave,
            depth=10,
            bulge=1.0,
            gloss=gloss,
            stitches=(handle + (0, 6),),
            shadow=0.4,
            reach=8,
        ),
        *(ring(x, 410, metal) for x in (260, 460)),
    ]
    return Goods(tuple(pieces), focus=(370, 470), stands=True, fill=0.78)


def shoulder_bag(cut: Cut) -> Goods:
    """A saddle bag with a long strap."""
    weave, gloss = cut.one_of(SKINS, "skin")
    metal = cut.one_of(METALS, "metal")
    wide, low = cut.between(196, 226, "wide"), cut.between(690, 730, "low")
    body = symmetric(
        *stops(f"0,404 {wide - 20},400! {wide},480 {wide - 6},{low - 90} {wide - 70},{low - 4} 0,{low}")
    )
    flap = symmetric(*stops(f"0,396 {wide - 16},392! {wide - 2},470 {wide - 26},560 {wide - 96},622 0,640"))
    strap = line(
        *stops(
            f"{MIDDLE - wide + 22},420 {MIDDLE - wide + 36},250 {MIDDLE - 60},130 "
            f"{MIDDLE + 70},128 {MIDDLE + wide - 34},250 {MIDDLE + wide - 22},420"
        )
    )
    edge = flap * 0.94 + (MIDDLE * 0.06, 508 * 0.06)
    tassel = cut.one_of((True, False, False), "tassel")
    pieces = (
        Piece(
            band(strap, 19),
            "main",
            weave,
            depth=9,
            bulge=0.8,
            gloss=gloss,
            stitches=(band(strap, 13),),
            shadow=0.3,
        ),
        Piece(
            body, "main", weave, depth=60, bulge=0.8, gloss=gloss, folds=(Wrinkles(cut.seed, 100, 100, 7),)
        ),
        Piece(
            flap,
            "main",
            weave,
            depth=46,
            bulge=0.55,
            gloss=gloss,
            stitches=(edge,),
            shadow=0.5,
            reach=10,
            folds=(Wrinkles(cut.seed + 2, 110, 100, 7),),
        ),
        *clasp(360, 616, metal),
        *(ring(MIDDLE + x, 412, metal) for x in (-wide + 22, wide - 22)),
        *(_tassel() if tassel else []),
    )
    return Goods(pieces, focus=(375, 560), stands=True, fill=0.82)


def _tassel() -> list[Piece]:
    return [
        Piece(
            line(*stops(f"{x},640! {x + 6},640.1! {x + 8},720! {x - 2},722! {x},640!")),
            "trim",
            Weave.SUEDE,
            depth=4,
            bulge=0.8,
            shadow=0.4,
            reach=3,
        )
        for x in range(346, 372, 7)
    ]


def _flap(cut: Cut, top: float, weave: Weave, gloss: float) -> list[Piece]:
    flap = symmetric(*stops(f"0,398 {top + 2},392! {top + 4},450 {top - 30},520 0,548"))
    edge = line(
        *stops(
            f"{MIDDLE - top + 6},410 {MIDDLE - top + 6},450 {MIDDLE - top + 38},508 "
            f"{MIDDLE},534 {MIDDLE + top - 38},508 {MIDDLE + top - 6},450 "
            f"{MIDDLE + top - 6},410"
        )
    )
    folds = (Wrinkles(cut.seed + 1, 120, 90, 6),)
    return [
        Piece(
            flap,
            "main",
            weave,
            depth=40,
            bulge=0.5,
            gloss=gloss,
            stitches=(edge,),
            shadow=0.45,
            reach=9,
            folds=folds,
        )
    ]


def _rim(top: float, weave: Weave, gloss: float) -> list[Piece]:
    edge = line((MIDDLE - top, 412), (MIDDLE, 416), (MIDDLE + top, 412))
    sewn = (line((MIDDLE - top, 421), (MIDDLE, 425), (MIDDLE + top, 421)),)
    return [Piece(band(edge, 26), "trim", weave, depth=10, bulge=0.6, gloss=gloss, stitches=sewn)]
