"""Bags and backpacks."""

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Corner, band, both, ellipse, line, rounded, symmetric
from ..piece import Piece
from ..weave import Weave

_SKINS = ((Weave.LEATHER, 0.16), (Weave.SMOOTH, 0.24), (Weave.LEATHER, 0.10))
_METALS = ("#c9a64b", "#b9bdc4")


def top_handle(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(_SKINS, "skin")
    metal = cut.one_of(_METALS, "metal")
    top, wide, low = cut.between(170, 205, "top"), cut.between(205, 245, "wide"), cut.between(690, 740, "low")
    rise = cut.between(150, 220, "handle")
    body = symmetric(
        (0, 400), Corner(top, 396), (top + 16, 500), (wide, low - 30), Corner(wide - 12, low), (0, low + 4)
    )
    flap = symmetric((0, 398), Corner(top + 2, 392), (top + 4, 450), (top - 30, 520), (0, 548))
    handle = line(
        (MIDDLE - 100, 410),
        (MIDDLE - 96, 410 - rise * 0.6),
        (MIDDLE, 404 - rise),
        (MIDDLE + 96, 410 - rise * 0.6),
        (MIDDLE + 100, 410),
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
                (0, low - 10),
                (wide - 26, low - 14),
                Corner(wide - 6, low - 22),
                Corner(wide - 10, low + 2),
                (0, low + 6),
            ),
            "main",
            weave,
            depth=8,
            bulge=0.6,
            gloss=gloss,
            light=0.85,
        ),
    ]
    if cut.one_of((True, True, False), "flap"):
        edge = line(
            (MIDDLE - top + 6, 410),
            (MIDDLE - top + 6, 450),
            (MIDDLE - top + 38, 508),
            (MIDDLE, 534),
            (MIDDLE + top - 38, 508),
            (MIDDLE + top - 6, 450),
            (MIDDLE + top - 6, 410),
        )
        pieces += [
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
                folds=(Wrinkles(cut.seed + 1, 120, 90, 6),),
            ),
            *_clasp(360, 530, metal),
        ]
    else:
        pieces += [
            Piece(
                band(line((MIDDLE - top, 412), (MIDDLE, 416), (MIDDLE + top, 412)), 26),
                "trim",
                weave,
                depth=10,
                bulge=0.6,
                gloss=gloss,
                stitches=(line((MIDDLE - top, 421), (MIDDLE, 425), (MIDDLE + top, 421)),),
            ),
            *_clasp(360, 420, metal),
        ]
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
        *(
            Piece(ellipse(x, 410, 13, 13), metal, Weave.SMOOTH, depth=6, bulge=0.9, gloss=0.8, reach=4)
            for x in (260, 460)
        ),
    ]
    return Goods(tuple(pieces), focus=(370, 470), stands=True, fill=0.78)


def _clasp(x: float, y: float, metal: str) -> list[Piece]:
    return [
        Piece(
            rounded(x - 24, y - 14, 48, 34, 7),
            metal,
            Weave.SMOOTH,
            depth=6,
            bulge=0.8,
            gloss=0.8,
            shadow=0.45,
            reach=5,
        ),
        Piece(
            rounded(x - 7, y - 6, 14, 18, 4),
            metal,
            Weave.SMOOTH,
            depth=4,
            bulge=0.9,
            gloss=0.8,
            light=0.8,
            reach=3,
        ),
    ]


def tote(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(
        ((Weave.CANVAS, 0.0), (Weave.LEATHER, 0.12), (Weave.CANVAS, 0.0), (Weave.STRAW, 0.0)), "cloth"
    )
    wide, low = cut.between(218, 250, "wide"), cut.between(770, 820, "low")
    rise = cut.between(190, 250, "handle")
    shape = symmetric((0, 384), Corner(wide, 376), (wide - 4, 560), Corner(wide - 22, low), (0, low + 6))
    inside = symmetric((0, 366), Corner(wide, 376), (0, 396))
    handles = [
        line(
            (MIDDLE - 92, 470),
            (MIDDLE - 90, 384),
            (MIDDLE - 74, 400 - rise),
            (MIDDLE, 376 - rise),
            (MIDDLE + 74, 400 - rise),
            (MIDDLE + 90, 384),
            (MIDDLE + 92, 470),
        )
    ]
    patch = rounded(MIDDLE + 40, low - 120, 96, 52, 5)
    box = [rounded(MIDDLE + x - 14, 392, 28, 86, 3) for x in (-92, 92)]
    pieces = (
        Piece(band(handles[0] + (10, -16), 20), "trim", weave, depth=9, bulge=0.7, light=0.6, gloss=gloss),
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
            band(handles[0], 24),
            "trim",
            weave,
            depth=11,
            bulge=0.7,
            gloss=gloss,
            stitches=(band(handles[0], 17),),
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


def shoulder_bag(cut: Cut) -> Goods:
    """A saddle bag with a long strap."""
    weave, gloss = cut.one_of(_SKINS, "skin")
    metal = cut.one_of(_METALS, "metal")
    wide, low = cut.between(196, 226, "wide"), cut.between(690, 730, "low")
    body = symmetric(
        (0, 404), Corner(wide - 20, 400), (wide, 480), (wide - 6, low - 90), (wide - 70, low - 4), (0, low)
    )
    flap = symmetric(
        (0, 396), Corner(wide - 16, 392), (wide - 2, 470), (wide - 26, 560), (wide - 96, 622), (0, 640)
    )
    strap = line(
        (MIDDLE - wide + 22, 420),
        (MIDDLE - wide + 36, 250),
        (MIDDLE - 60, 130),
        (MIDDLE + 70, 128),
        (MIDDLE + wide - 34, 250),
        (MIDDLE + wide - 22, 420),
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
        *_clasp(360, 616, metal),
        *(
            Piece(
                ellipse(MIDDLE + x, 412, 13, 13), metal, Weave.SMOOTH, depth=6, bulge=0.9, gloss=0.8, reach=4
            )
            for x in (-wide + 22, wide - 22)
        ),
        *(
            [
                Piece(
                    line(
                        Corner(x, 640),
                        Corner(x + 6, 640.1),
                        Corner(x + 8, 720),
                        Corner(x - 2, 722),
                        Corner(x, 640),
                    ),
                    "trim",
                    Weave.SUEDE,
                    depth=4,
                    bulge=0.8,
                    shadow=0.4,
                    reach=3,
                )
                for x in range(346, 372, 7)
            ]
            if tassel
            else []
        ),
    )
    return Goods(pieces, focus=(375, 560), stands=True, fill=0.82)


def bucket_bag(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(((Weave.LEATHER, 0.12), (Weave.SUEDE, 0.0), (Weave.STRAW, 0.0)), "skin")
    low = cut.between(730, 770, "low")
    body = symmetric(
        (0, 370), Corner(170, 366), (176, 440), (198, 600), (190, low - 24), Corner(170, low), (0, low + 8)
    )
    inside = symmetric((0, 350), (110, 354), Corner(170, 366), (110, 384), (0, 390))
    strap = line(
        (MIDDLE - 160, 400),
        (MIDDLE - 150, 240),
        (MIDDLE - 40, 120),
        (MIDDLE + 60, 124),
        (MIDDLE + 152, 250),
        (MIDDLE + 160, 400),
    )
    cord = line((MIDDLE - 168, 440), (MIDDLE - 60, 448), (MIDDLE + 60, 448), (MIDDLE + 168, 440))
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


def backpack(cut: Cut) -> Goods:
    weave = cut.one_of((Weave.CANVAS, Weave.TWILL, Weave.SMOOTH), "cloth")
    wide = cut.between(182, 206, "wide")
    body = symmetric(
        (0, 214),
        (110, 218),
        (wide - 10, 262),
        (wide + 4, 420),
        (wide + 12, 680),
        (wide - 10, 760),
        Corner(wide - 40, 784),
        (0, 790),
    )
    pocket = rounded(MIDDLE - wide * 0.78, 520, wide * 1.56, 226, 34)
    arch = line(
        (MIDDLE - wide + 6, 500),
        (MIDDLE - wide + 20, 330),
        (MIDDLE - 90, 262),
        (MIDDLE, 254),
        (MIDDLE + 90, 262),
        (MIDDLE + wide - 20, 330),
        (MIDDLE + wide - 6, 500),
    )
    slot = line((MIDDLE - wide * 0.66, 556), (MIDDLE, 550), (MIDDLE + wide * 0.66, 556))
    handle = band(
        line((MIDDLE - 40, 226), (MIDDLE - 36, 168), (MIDDLE, 156), (MIDDLE + 36, 168), (MIDDLE + 40, 226)),
        17,
    )
    straps = [
        band(
            line(
                (MIDDLE + side * (wide - 8), 300),
                (MIDDLE + side * (wide + 34), 480),
                (MIDDLE + side * (wide + 14), 730),
            ),
            32,
        )
        for side in (-1, 1)
    ]
    folds = (Wrinkles(cut.seed, 110, 140, 11), Wrinkles(cut.seed + 1, 44, 60, 3.5, turn=30))
    patch = rounded(MIDDLE - 32, 640, 64, 44, 6)
    zipper = [
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
        for path in (arch, slot)
    ]
    pulls = [
        Piece(
            band(line((x, y), (x + 3, y + 30)), 7),
            "#a9adb3",
            Weave.SMOOTH,
            depth=3,
            bulge=0.9,
            gloss=0.5,
            shadow=0.45,
            reach=4,
        )
        for x, y in ((MIDDLE + wide - 10, 470), (MIDDLE + wide * 0.6, 560))
    ]
    pieces = (
        Piece(handle, "trim", Weave.CANVAS, depth=8, bulge=0.8),
        *(Piece(strap, "trim", Weave.MESH, depth=16, bulge=0.8, light=0.85) for strap in straps),
        Piece(
            body, "main", weave, depth=90, bulge=0.85, folds=folds, gloss=0.06 if weave is Weave.SMOOTH else 0
        ),
        zipper[0],
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
        zipper[1],
        *pulls,
        Piece(
            patch,
            "#8a5a36" if cut.one_of((True, False), "patch") else "accent",
            Weave.LEATHER,
            depth=4,
            bulge=0.4,
            stitches=(patch,),
            reach=3,
        ),
        Piece(
            symmetric(
                (0, 744),
                (wide - 10, 740),
                Corner(wide + 8, 730),
                (wide - 10, 762),
                Corner(wide - 40, 785),
                (0, 791),
            ),
            "trim",
            Weave.LEATHER,
            depth=12,
            bulge=0.5,
            shadow=0.2,
            reach=3,
            stitches=(line((MIDDLE - wide, 748), (MIDDLE, 752), (MIDDLE + wide, 748)),),
        ),
    )
    return Goods(pieces, focus=(380, 560), stands=True, fill=0.84)


def rucksack(cut: Cut) -> Goods:
    """A flap over a drawstring, held by two buckled straps."""
    wide = cut.between(176, 200, "wide")
    body = symmetric(
        (0, 250),
        (wide - 30, 256),
        Corner(wide, 300),
        (wide + 10, 480),
        (wide + 12, 700),
        Corner(wide - 20, 786),
        (0, 792),
    )
    lid = symmetric(
        (0, 200), (wide - 50, 208), (wide + 4, 262), (wide + 6, 400), Corner(wide - 10, 452), (0, 462)
    )
    pocket = rounded(MIDDLE - wide * 0.74, 560, wide * 1.48, 186, 14)
    sides = [rounded(MIDDLE + (wide - 26 if side > 0 else -wide - 18), 560, 44, 190, 16) for side in (-1, 1)]
    handle = band(
        line((MIDDLE - 34, 214), (MIDDLE - 30, 160), (MIDDLE, 150), (MIDDLE + 30, 160), (MIDDLE + 34, 214)),
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
        *(
            Piece(
                rounded(MIDDLE + x - 22, 498, 44, 32, 5),
                "#b5915c",
                Weave.SMOOTH,
                depth=5,
                bulge=0.8,
                gloss=0.7,
                reach=4,
            )
            for x in (-92, 92)
        ),
        *(
            Piece(
                rounded(MIDDLE + x - 13, 505, 26, 18, 3),
                "trim",
                Weave.LEATHER,
                depth=4,
                bulge=0.5,
                shadow=0.2,
                reach=2,
            )
            for x in (-92, 92)
        ),
    )
    return Goods(pieces, focus=(390, 470), stands=True, fill=0.84)


def wallet(cut: Cut) -> Goods:
    weave, gloss = cut.one_of(_SKINS, "skin")
    low = cut.between(620, 660, "low")
    back = rounded(128, 356, 470, low - 356, 20)
    front = rounded(116, 372, 478, low - 362, 22)
    edge = rounded(128, 384, 454, low - 386, 14)
    strap = cut.one_of((True, False), "strap")
    tab = rounded(500, 470, 112, 64, 20)
    pieces = (
        Piece(back, "main", weave, depth=14, bulge=0.6, gloss=gloss, light=0.8),
        Piece(rounded(140, 366, 440, 30, 6), "lining", Weave.SMOOTH, depth=5, bulge=0.4, light=0.7),
        Piece(
            front,
            "main",
            weave,
            depth=22,
            bulge=0.7,
            gloss=gloss,
            stitches=(edge,),
            shadow=0.45,
            reach=6,
            folds=(Wrinkles(cut.seed, 160, 110, 8),),
        ),
        *(
            [
                Piece(
                    tab,
                    "main",
                    weave,
                    depth=10,
                    bulge=0.6,
                    gloss=gloss,
                    stitches=(rounded(507, 477, 98, 50, 15),),
                    shadow=0.45,
                    reach=6,
                ),
                Piece(
                    ellipse(534, 502, 11, 11),
                    cut.one_of(_METALS, "metal"),
                    Weave.SMOOTH,
                    depth=6,
                    bulge=0.9,
                    gloss=0.8,
                    reach=3,
                ),
            ]
            if strap
            else []
        ),
        Piece(rounded(160, low - 66, 76, 20, 3), "main", weave, depth=2, bulge=-0.3, shadow=0, light=0.93),
    )
    return Goods(pieces, focus=(430, 500), fill=0.72)
