"""Caps, watches, sunglasses, belts, scarves, socks and ties."""

from typing import Any

import numpy as np

from ..folds import Creases, Drape, Wrinkles
from ..goods import Cut, Goods
from ..outline import MIDDLE, Corner, band, both, ellipse, line, rounded, symmetric, turned
from ..piece import Piece
from ..weave import Weave


def cap(cut: Cut) -> Goods:
    weave = cut.one_of((Weave.TWILL, Weave.CANVAS, Weave.CORDUROY), "cloth")
    crown = line(
        Corner(150, 560),
        (150, 440),
        (220, 318),
        (350, 278),
        (470, 312),
        (548, 420),
        Corner(562, 556),
        (460, 590),
        (300, 596),
        Corner(150, 560),
    )
    brim = line(
        Corner(196, 560),
        (330, 604),
        (470, 590),
        Corner(556, 540),
        (640, 590),
        (684, 660),
        (660, 690),
        (560, 664),
        (400, 660),
        (262, 640),
        Corner(196, 560),
    )
    under = line(
        Corner(258, 640),
        (400, 664),
        (560, 668),
        (660, 692),
        (640, 700),
        (540, 684),
        (400, 682),
        Corner(258, 640),
    )
    seams = (
        line((350, 280), (330, 420), (336, 598)),
        line((350, 280), (216, 380), (180, 572)),
        line((350, 280), (476, 370), (520, 572)),
    )
    rows = tuple(brim[20:90] * (1 - 0.05 * n) + np.array([410, 560]) * 0.05 * n for n in (1, 2, 3))
    badge = line(Corner(386, 430), Corner(480, 424), Corner(492, 500), Corner(394, 510), Corner(386, 430))
    plain = cut.one_of((True, False), "badge")
    pieces = (
        Piece(under, "main", weave, depth=10, bulge=0.3, light=0.6),
        Piece(
            crown,
            "main",
            weave,
            depth=150,
            bulge=0.95,
            seams=seams,
            stitches=tuple(path + shift for path in seams for shift in ((5, 0), (-5, 0))),
            folds=(Wrinkles(cut.seed, 90, 90, 7),),
        ),
        *(
            Piece(ellipse(x, y, 5, 5), "trim", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0)
            for x, y in ((262, 400), (430, 372))
        ),
        Piece(ellipse(350, 282, 15, 9), "trim", weave, depth=7, bulge=0.8, reach=3),
        *(
            []
            if plain
            else [Piece(badge, "accent", Weave.LEATHER, depth=4, bulge=0.4, stitches=(badge,), reach=3)]
        ),
        Piece(
            brim,
            "second",
            weave,
            depth=46,
            bulge=0.55,
            stitches=rows,
            shadow=0.4,
            reach=8,
            folds=(Creases((line((300, 630), (430, 620), (600, 640)),), 40, 5),),
        ),
    )
    return Goods(pieces, focus=(430, 480), stands=True, fill=0.8)


def beanie(cut: Cut) -> Goods:
    weave = cut.one_of((Weave.KNIT, Weave.RIB, Weave.CABLE), "stitch")
    crown = symmetric((0, 262), (90, 278), (170, 360), (198, 480), Corner(200, 600), (0, 616))
    turn_up = symmetric(
        (0, 568), (140, 562), Corner(206, 550), (214, 610), Corner(206, 674), (120, 690), (0, 694)
    )
    pieces = [
        Piece(
            crown,
            "main",
            weave,
            depth=150,
            bulge=0.95,
            folds=(Wrinkles(cut.seed, 60, 140, 8), Drape(cut.seed, 8, 7, 300, 620)),
        ),
        Piece(
            turn_up,
            "main",
            Weave.RIB,
            depth=60,
            bulge=0.9,
            shadow=0.4,
            reach=8,
            folds=(Wrinkles(cut.seed + 1, 80, 80, 6),),
        ),
    ]
    if cut.one_of((True, False), "bobble"):
        pieces.insert(
            0,
            Piece(
                ellipse(360, 234, 66, 62),
                "accent",
                Weave.FLEECE,
                depth=60,
                bulge=1.0,
                folds=(Wrinkles(cut.seed + 2, 9, 9, 5), Wrinkles(cut.seed + 3, 5, 5, 3)),
            ),
        )
    return Goods(tuple(pieces), focus=(370, 570), stands=True, fill=0.72)


def watch(cut: Cut) -> Goods:
    metal = cut.one_of(("#c9ccd1", "#c9a64b", "#cf9f86", "#3a3c41"), "metal")
    dial = cut.one_of(("#f4f3ee", "#1d2230", "#20332b", "#26272b", "#e9dfcc"), "dial")
    ink = "#26272b" if dial in ("#f4f3ee", "#e9dfcc") else "#f1efe8"
    r = cut.between(128, 146, "size")
    y = 480.0
    wide = r * 0.62
    upper = symmetric(
        (0, 96), Corner(wide * 0.78, 100), (wide * 0.84, 220), Corner(wide, y - r + 36), (0, y - r + 40)
    )
    lower = symmetric(
        (0, y + r - 40),
        Corner(wide, y + r - 36),
        (wide * 0.84, 760),
        (wide * 0.74, 840),
        (wide * 0.4, 872),
        (0, 880),
    )
    lugs = [
        rounded(MIDDLE + sx * wide * 0.92 - 14, y + sy * (r + 4) - 32, 28, 64, 9)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    marks = [
        turned(
            rounded(
                MIDDLE - (4 if n % 3 else 6.5),
                y - r * 0.80,
                8 if n % 3 else 13,
                r * (0.13 if n % 3 else 0.2),
                2,
            ),
            n * 30,
            (MIDDLE, y),
        )
        for n in range(12)
    ]
    hands = [
        turned(
            line(
                Corner(MIDDLE - w, y + 20),
                Corner(MIDDLE + w, y + 20),
                Corner(MIDDLE + w * 0.5, y - r * length),
                Corner(MIDDLE - w * 0.5, y - r * length),
                Corner(MIDDLE - w, y + 20),
            ),
            at,
            (MIDDLE, y),
        )
        for w, length, at in ((6.5, 0.46, -54), (5, 0.7, 60))
    ]
    second = turned(rounded(MIDDLE - 1.2, y - r * 0.74, 2.4, r * 0.92, 1), 200, (MIDDLE, y))
    holes = [ellipse(MIDDLE, 700 + 34 * n, 5, 6) for n in range(5)]
    steel = cut.one_of((False, False, True), "bracelet")
    strap: dict[str, Any] = {
        "paint": metal if steel else "main",
        "weave": Weave.SMOOTH if steel else Weave.LEATHER,
        "gloss": 0.5 if steel else 0.12,
    }
    links = (
        tuple(
            line((MIDDLE - wide, at), (MIDDLE, at + 4), (MIDDLE + wide, at))
            for at in (*np.arange(110, y - r + 30, 27), *np.arange(y + r - 20, 880, 27))
        )
        if steel
        else ()
    )
    link_folds = (Creases(links, 9, -4),) if steel else (Wrinkles(cut.seed, 60, 120, 4),)
    sewn = (
        ()
        if steel
        else (
            *both((wide * 0.72, 106), (wide * 0.78, 220), (wide * 0.88, y - r + 20)),
            *both((wide * 0.88, y + r - 20), (wide * 0.78, 760), (wide * 0.6, 838)),
        )
    )
    pieces = (
        *(
            Piece(shape, depth=24, bulge=0.7, stitches=sewn, seams=links, folds=link_folds, **strap)
            for shape in (upper, lower)
        ),
        *(
            ()
            if steel
            else (Piece(hole, "#1b1a19", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0) for hole in holes)
        ),
        *(Piece(lug, metal, Weave.SMOOTH, depth=9, bulge=0.9, gloss=0.7, reach=4) for lug in lugs),
        Piece(
            rounded(MIDDLE + r - 4, y - 15, 24, 30, 6),
            metal,
            Weave.CORDUROY,
            depth=6,
            bulge=0.8,
            gloss=0.5,
            sideways=True,
        ),
        Piece(
            ellipse(MIDDLE, y, r, r),
            metal,
            Weave.SMOOTH,
            depth=17,
            bulge=1.2,
            gloss=0.8,
            shadow=0.45,
            reach=9,
        ),
        Piece(
            ellipse(MIDDLE, y, r * 0.88, r * 0.88),
            dial,
            Weave.SMOOTH,
            depth=12,
            bulge=-0.5,
            gloss=0.08,
            shadow=0.3,
            reach=3,
        ),
        *(
            Piece(mark, ink, Weave.SMOOTH, depth=2, bulge=0.5, gloss=0.3, shadow=0.25, reach=2)
            for mark in marks
        ),
        *(
            [
                Piece(
                    ellipse(MIDDLE, y + r * 0.42, r * 0.2, r * 0.2),
                    dial,
                    Weave.SMOOTH,
                    depth=4,
                    bulge=-0.6,
                    light=0.88,
                    shadow=0.1,
                    reach=2,
                )
            ]
            if cut.one_of((True, False), "small second")
            else []
        ),
        *(
            Piece(hand, ink, Weave.SMOOTH, depth=2.5, bulge=0.7, gloss=0.4, shadow=0.35, reach=4)
            for hand in hands
        ),
        Piece(
            second,
            "accent" if not steel else "#b3261e",
            Weave.SMOOTH,
            depth=1,
            bulge=0.5,
            shadow=0.3,
            reach=3,
        ),
        Piece(ellipse(MIDDLE, y, 8, 8), metal, Weave.SMOOTH, depth=4, bulge=0.9, gloss=0.7, reach=2),
        Piece(
            line(
                Corner(MIDDLE - r * 0.72, y - r * 0.3),
                (MIDDLE - r * 0.3, y - r * 0.78),
                Corner(MIDDLE + r * 0.1, y - r * 0.84),
                Corner(MIDDLE - r * 0.7, y + r * 0.3),
                Corner(MIDDLE - r * 0.72, y - r * 0.3),
            ),
            "#ffffff",
            Weave.SMOOTH,
            depth=20,
            bulge=0.02,
            shadow=0,
            opacity=0.09,
        ),
    )
    return Goods(pieces, focus=(360, 480), zoom=1.8, fill=0.86)


def sunglasses(cut: Cut) -> Goods:
    style = cut.one_of(("round", "wayfarer", "cat-eye", "aviator"), "style")
    lens = cut.one_of(("#2b2f36", "#4a3a2c", "#30463c", "#41506b"), "lens")
    wide, tall = {"round": (104, 100), "wayfarer": (118, 88), "cat-eye": (122, 84), "aviator": (120, 108)}[
        style
    ]
    shapes = {
        "round": ellipse(0, 0, wide, tall),
        "wayfarer": line(
            (-wide, -tall * 0.7),
            (-wide * 0.2, -tall * 0.98),
            (wide, -tall * 0.88),
            (wide * 1.04, -tall * 0.2),
            (wide * 0.66, tall * 0.8),
            (0, tall),
            (-wide * 0.72, tall * 0.72),
            (-wide * 0.98, 0),
            (-wide, -tall * 0.7),
        ),
        "cat-eye": line(
            (-wide * 0.92, -tall * 0.6),
            (0, -tall * 0.9),
            (wide * 1.16, -tall * 1.25),
            (wide * 1.0, -tall * 0.1),
            (wide * 0.5, tall * 0.78),
            (-wide * 0.3, tall * 0.86),
            (-wide * 0.86, tall * 0.34),
            (-wide * 0.92, -tall * 0.6),
        ),
        "aviator": line(
            (-wide * 0.86, -tall * 0.72),
            (0, -tall * 0.86),
            (wide, -tall * 0.74),
            (wide * 1.02, 0),
            (wide * 0.5, tall * 0.86),
            (-wide * 0.1, tall * 0.92),
            (-wide * 0.78, tall * 0.2),
            (-wide * 0.86, -tall * 0.72),
        ),
    }
    outer = shapes[style]
    y, thin = 500.0, style == "aviator"
    right, left = outer + (MIDDLE + wide + 32, y), outer * (-1, 1) + (MIDDLE - wide - 32, y)
    inner = [(shape - shape.mean(0)) * (0.95 if thin else 0.83) + shape.mean(0) for shape in (left, right)]
    bridge = band(
        line((MIDDLE - 46, y - tall * 0.42), (MIDDLE, y - tall * 0.62), (MIDDLE + 46, y - tall * 0.42)),
        9 if thin else 22,
    )
    bar = [band(line((MIDDLE - 60, y - tall * 0.8), (MIDDLE + 60, y - tall * 0.8)), 8)] if thin else []
    hinge = MIDDLE + wide * 2 + 28
    arms = [
        band(
            line(
                (x, y - tall * 0.62),
                (x + (20 if x > MIDDLE else -20), y - tall * 0.5),
                (x - (60 if x > MIDDLE else -60), y + 40),
            ),
            (17, 13, 10),
        )
        for x in (hinge, 2 * MIDDLE - hinge)
    ]
    frame = "#c9a64b" if thin else "main"
    solid: dict[str, Any] = {"weave": Weave.SMOOTH, "gloss": 0.7 if thin else 0.55}
    shine = [
        line(
            Corner(-0.5 * wide, -0.62 * tall),
            Corner(-0.1 * wide, -0.72 * tall),
            Corner(-0.62 * wide, 0.5 * tall),
            Corner(-0.78 * wide, 0.2 * tall),
            Corner(-0.5 * wide, -0.62 * tall),
        )
        + shape.mean(0)
        for shape in (left, right)
    ]
    pieces = (
        *(Piece(arm, frame, depth=6, bulge=0.8, light=0.6, **solid) for arm in arms),
        Piece(bridge, frame, depth=9, bulge=0.9, **solid),
        *(Piece(one, frame, depth=4, bulge=0.9, **solid) for one in bar),
        *(
            Piece(shape, frame, depth=11 if not thin else 5, bulge=1.1, shadow=0.3, reach=6, **solid)
            for shape in (left, right)
        ),
        *(
            Piece(shape, lens, Weave.SMOOTH, depth=46, bulge=-0.25, gloss=0.3, shadow=0.2, reach=3)
            for shape in inner
        ),
        *(
            Piece(shape, "#ffffff", Weave.SMOOTH, depth=20, bulge=0.02, shadow=0, opacity=0.10)
            for shape in shine
        ),
        *(
            Piece(
                ellipse(x, y - tall * 0.66, 5, 5),
                "#d7d9dd",
                Weave.SMOOTH,
                depth=3,
                bulge=0.9,
                gloss=0.8,
                reach=2,
            )
            for x in ((hinge - 20, 2 * MIDDLE - hinge + 20) if not thin else ())
        ),
    )
    return Goods(pieces, focus=(480, 490), zoom=1.7, stands=True, fill=0.8)


def belt(cut: Cut) -> Goods:
    """Rolled up, its buckle in front."""
    metal = cut.one_of(("#b9bdc4", "#c9a64b", "#5c5f66"), "metal")
    high = cut.between(74, 96, "wide")
    y = 470.0
    pieces: list[Piece] = []
    for rx, ry, shade in ((236, 92, 0.5), (196, 74, 0.62), (160, 58, 0.7)):
        ring = ellipse(360, y, rx, ry)
        inner = ellipse(360, y + 4, rx - 13, ry - 8)
        pieces.append(
            Piece(
                ring,
                "main",
                Weave.LEATHER,
                depth=8,
                bulge=0.5,
                light=min(1.0, shade + 0.3),
                gloss=0.1,
                shadow=0.4,
                reach=6,
            )
        )
        pieces.append(
            Piece(inner, "lining", Weave.SUEDE, depth=40, bulge=-0.4, light=shade, shadow=0.3, reach=6)
        )
    angles = np.linspace(np.pi * 0.995, 0.005, 50)
    arc = np.stack([360 + 236 * np.cos(angles), y + 92 * np.sin(angles)], axis=1)
    wall = np.concatenate([arc, arc[::-1] + (0, high)])
    edges = tuple(arc + (0, at) for at in (9, high - 9))
    holes = [ellipse(200 + 26 * n, y + 78 + high * 0.42 - abs(4 - n) * 5, 4, 5) for n in range(5)]
    buckle = rounded(396, y + 58 + high * 0.0, 104, high + 30, 12)
    window = rounded(414, y + 76, 68, high - 6, 6)
    keeper = rounded(356, y + 80, 24, high + 8, 4)
    pieces += [
        Piece(
            wall,
            "main",
            Weave.LEATHER,
            depth=20,
            bulge=0.5,
            gloss=0.16,
            stitches=edges,
            shadow=0.45,
            reach=8,
            folds=(
                Creases((arc[6:14] + (0, high / 2), arc[36:44] + (0, high / 2)), 60, -14),
                Wrinkles(cut.seed, 80, 60, 4),
            ),
        ),
        *(Piece(hole, "#1b1714", Weave.SMOOTH, depth=3, bulge=-0.5, shadow=0) for hole in holes),
        Piece(keeper, "main", Weave.LEATHER, depth=6, bulge=0.7, gloss=0.16, shadow=0.4, reach=4),
        Piece(buckle, metal, Weave.SMOOTH, depth=8, bulge=1.0, gloss=0.8, shadow=0.5, reach=7),
        Piece(
            window, "main", Weave.LEATHER, depth=10, bulge=0.3, gloss=0.14, light=0.82, shadow=0.3, reach=4
        ),
        Piece(
            band(line((408, y + 74 + high / 2), (488, y + 70 + high / 2)), 9),
            metal,
            Weave.SMOOTH,
            depth=4,
            bulge=1,
            gloss=0.8,
            shadow=0.5,
            reach=5,
        ),
    ]
    return Goods(tuple(pieces), focus=(430, 580), zoom=1.9, stands=True, fill=0.78)


def scarf(cut: Cut) -> Goods:
    """Doubled over a peg, its fringes hanging."""
    weave = cut.one_of((Weave.KNIT, Weave.TWILL, Weave.FLEECE), "cloth")
    low, short = cut.between(800, 840, "long"), cut.between(700, 760, "short")
    back = line(
        Corner(270, 150),
        (262, 400),
        Corner(236, short),
        Corner(372, short + 6),
        (400, 400),
        Corner(396, 150),
        Corner(270, 150),
    )
    front = line(
        Corner(322, 146),
        (330, 400),
        Corner(326, low),
        Corner(486, low - 4),
        (482, 420),
        Corner(452, 148),
        Corner(322, 146),
    )
    knot = line(
        Corner(262, 158),
        (268, 104),
        (330, 76),
        (410, 80),
        (458, 112),
        Corner(460, 170),
        (360, 196),
        Corner(262, 158),
    )
    folds = (
        Wrinkles(cut.seed, 30, 420, 11),
        Wrinkles(cut.seed + 1, 60, 130, 7),
        Wrinkles(cut.seed + 2, 16, 240, 3),
    )
    tassels = [
        band(line((x, y - 4), (x + dx, y + 46)), (7, 4))
        for x0, x1, y in ((238, 370, short), (328, 486, low))
        for n, x in enumerate(np.arange(x0 + 4, x1, 10.5))
        for dx in ((n * 7 % 5) - 2.0,)
    ]
    pieces = (
        *(Piece(one, "main", Weave.TWILL, depth=3, bulge=0.9, shadow=0.2, reach=2) for one in tassels),
        Piece(back, "main", weave, depth=26, bulge=0.8, folds=folds, light=0.9, turn=4),
        Piece(front, "main", weave, depth=30, bulge=0.85, folds=folds, shadow=0.5, reach=14, turn=-3),
        Piece(
            knot,
            "main",
            weave,
            depth=44,
            bulge=1.0,
            folds=(Wrinkles(cut.seed + 5, 120, 20, 9, turn=-8), Wrinkles(cut.seed + 6, 60, 60, 4)),
            shadow=0.5,
            reach=10,
            turn=80,
        ),
    )
    return Goods(pieces, focus=(400, 300), zoom=1.8, fill=0.88)


def socks(cut: Cut) -> Goods:
    tall = cut.between(170, 300, "tall")
    shape = line(
        Corner(-62, -tall),
        Corner(62, -tall - 0.1),
        (60, -60),
        (66, 60),
        (120, 150),
        (214, 206),
        (238, 262),
        (190, 300),
        (60, 282),
        (-40, 214),
        (-72, 120),
        (-60, 0),
        Corner(-62, -tall),
    )
    cuff = line(
        Corner(-66, -tall - 4),
        Corner(66, -tall - 4),
        Corner(65, -tall + 62),
        Corner(-65, -tall + 62),
        Corner(-66, -tall - 4),
    )
    heel = line(Corner(-60, 60), (-10, 120), Corner(18, 196), (-44, 214), (-74, 140), Corner(-60, 60))
    toe = line(
        Corner(166, 180), (214, 204), (240, 262), (190, 302), Corner(138, 296), (136, 240), Corner(166, 180)
    )
    pieces: list[Piece] = []
    for x, y, turn in ((300, 470, -6), (410, 530, 5)):
        parts = [(cuff, "accent", Weave.RIB), (heel, "accent", Weave.KNIT), (toe, "accent", Weave.KNIT)]
        pieces.append(
            Piece(
                turned(shape, turn) + (x, y),
                "main",
                Weave.RIB if cut.version % 2 else Weave.JERSEY,
                depth=60,
                bulge=0.7,
                folds=(Wrinkles(cut.seed, 90, 40, 6, turn=20), Wrinkles(cut.seed + 1, 60, 120, 5)),
                shadow=0.5,
                reach=10,
            )
        )
        whole = turned(shape, turn) + (x, y)
        pieces += [
            Piece(
                turned(part, turn) + (x, y),
                paint,
                weave,
                depth=40,
                bulge=0.4,
                form=(whole,),
                shadow=0.12,
                reach=2,
            )
            for part, paint, weave in parts
        ]
    return Goods(tuple(pieces), focus=(420, 460), zoom=1.7, fill=0.8)


def tie(cut: Cut) -> Goods:
    low = cut.between(800, 850, "long")
    wide = cut.between(62, 86, "wide")
    tail = symmetric(
        (0, 250), Corner(20, 256), (wide * 0.62, 700), Corner(wide * 0.7, low - 90), Corner(0, low - 36)
    ) + (16, 0)
    blade = symmetric((0, 236), Corner(28, 240), (wide * 0.8, 640), Corner(wide, low - wide), Corner(0, low))
    knot = symmetric((0, 150), Corner(50, 154), (44, 200), Corner(26, 250), (0, 256))
    loop = line(
        Corner(312, 160),
        (330, 100),
        (360, 84),
        (392, 100),
        Corner(410, 160),
        Corner(394, 160),
        (378, 116),
        (360, 106),
        (344, 116),
        Corner(328, 160),
        Corner(312, 160),
    )
    gloss = cut.one_of((0.10, 0.0), "silk")
    weave = Weave.SATIN if gloss else Weave.TWILL
    pieces = (
        Piece(loop, "main", weave, depth=10, bulge=0.7, gloss=gloss, light=0.8),
        Piece(tail, "main", weave, depth=30, bulge=0.4, gloss=gloss, light=0.8, turn=45),
        Piece(
            blade,
            "main",
            weave,
            depth=40,
            bulge=0.5,
            gloss=gloss,
            shadow=0.45,
            reach=9,
            folds=(
                Creases(
                    (line((352, 262), (350, 360), (356, 460)), line((372, 262), (380, 340), (376, 420))),
                    12,
                    -3,
                ),
                Wrinkles(cut.seed, 80, 200, 5),
            ),
            turn=45,
        ),
        Piece(
            knot,
            "main",
            weave,
            depth=26,
            bulge=0.9,
            gloss=gloss,
            shadow=0.45,
            reach=6,
            turn=-45,
            folds=(Creases((line((330, 170), (360, 200), (370, 244)),), 10, -2),),
        ),
    )
    return Goods(pieces, focus=(365, 240), zoom=1.9, fill=0.88)
