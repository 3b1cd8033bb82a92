"""Shoes from the side, toe to the right, as a pair: the other one stands behind."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import Corner, Points, band, ellipse, line, rounded
from ..piece import Piece
from ..placing import moving, placed
from ..weave import Weave

FLOOR = 640.0


def _pair(
    pieces: Sequence[Piece],
    *,
    focus: tuple[float, float] = (400, 540),
    back: tuple[float, float] = (72, -138),
    zoom: float = 1.9,
) -> Goods:
    """The second shoe is the first one, further off."""
    at = (360, FLOOR)
    far = placed(pieces, moving(scale=0.94, about=at, to=(360 + back[0], FLOOR + back[1])), light=0.86)
    near = placed(pieces, moving(scale=1.0, about=at, to=(336, FLOOR)))
    ground = Piece(
        ellipse(360 + back[0], FLOOR + back[1] + 2, 262, 13),
        "#000000",
        Weave.SMOOTH,
        light=0.1,
        shadow=0,
        opacity=0.34,
        feather=9,
    )
    return Goods((ground, *far, *near), focus=focus, zoom=zoom, stands=True, fill=0.86)


def canvas_sneaker(cut: Cut) -> Goods:
    return _sneaker(cut, Weave.CANVAS, high=False, gloss=0.0, cap=True)


def high_top(cut: Cut) -> Goods:
    return _sneaker(cut, Weave.CANVAS, high=True, gloss=0.0, cap=True)


def leather_sneaker(cut: Cut) -> Goods:
    return _sneaker(cut, Weave.LEATHER, high=False, gloss=0.12, cap=False)


def _sneaker(cut: Cut, weave: Weave, *, high: bool, gloss: float, cap: bool) -> Goods:
    top = 330.0 if high else 432.0
    upper = line(
        Corner(98, 598),
        (90, 540),
        (96, top + 60),
        Corner(106, top + 6),
        (128, top - 2),
        (170, top + (26 if high else 34)),
        (218, top + 16),
        Corner(252, top - 8),
        (300, (top + 470) / 2 + 8),
        (372, 484),
        (440, 510),
        (540, 522),
        (606, 552),
        Corner(622, 598),
        (360, 604),
        Corner(98, 598),
    )
    tongue = line(
        Corner(226, top + 24),
        (236, top - 34),
        Corner(252, top - 48),
        (282, top - 26),
        (330, 452),
        Corner(398, 500),
        (330, 500),
        Corner(226, top + 24),
    )
    lining = line(
        Corner(108, top + 6),
        (128, top - 4),
        (172, top + 22),
        (218, top + 12),
        Corner(250, top - 8),
        (216, top + 46),
        (160, top + 54),
        Corner(108, top + 6),
    )
    sole = line(
        Corner(84, 588),
        (220, 598),
        (430, 600),
        (560, 590),
        Corner(634, 576),
        (646, 600),
        (634, 632),
        Corner(610, FLOOR),
        (360, FLOOR + 1),
        Corner(104, FLOOR),
        (84, 626),
        Corner(84, 588),
    )
    outsole = line(
        Corner(88, 628),
        (360, 634),
        Corner(636, 626),
        (630, 638),
        Corner(610, FLOOR + 1),
        (360, FLOOR + 2),
        Corner(104, FLOOR + 1),
        Corner(88, 628),
    )
    toe = line(
        Corner(500, 594), (508, 548), (540, 521), (576, 530), (612, 552), Corner(628, 594), Corner(500, 594)
    )
    foxing = line((92, 606), (360, 616), (632, 602))
    stay = line(
        Corner(236, top + 22),
        (256, top - 4),
        Corner(268, top + 8),
        (320, (top + 470) / 2 + 22),
        Corner(412, 516),
        (398, 540),
        Corner(372, 540),
        (300, (top + 540) / 2 + 10),
        Corner(236, top + 22),
    )
    counter = line(
        Corner(98, 594),
        (90, 540),
        Corner(96, top + 66),
        (134, top + 90),
        (158, 540),
        Corner(168, 594),
        Corner(98, 594),
    )
    quarter = line((412, 518), (440, 552), (446, 594))
    flash = line(
        Corner(190, 590),
        (270, 560),
        (330, 520),
        Corner(360, 494),
        Corner(384, 506),
        (350, 548),
        (290, 580),
        Corner(240, 594),
        Corner(190, 590),
    )
    creases = (
        Creases(
            (line((440, 520), (452, 548), (448, 580)), line((468, 524), (482, 552), (478, 584))), 12, -3.2
        ),
        Wrinkles(cut.seed + 1, 60, 60, 5),
        Wrinkles(cut.seed + 2, 26, 40, 1.6),
    )
    lace_top = np.array([262, top + 6])
    laces = _laces(lace_top, np.array([398, 512]), 8 if high else 6)
    main: dict[str, Any] = {"weave": weave, "gloss": gloss, "shadow": 0.3, "reach": 5.0}
    pieces = [
        Piece(
            tongue, "main" if cap else "accent", weave, depth=16, bulge=0.6, gloss=gloss, stitches=(tongue,)
        ),
        Piece(lining, "lining", Weave.JERSEY, depth=16, bulge=0.2, light=0.62),
        Piece(
            upper, "main", depth=86, bulge=0.95, folds=creases, stitches=(quarter, quarter + (6, 0)), **main
        ),
        *(
            [Piece(flash, "accent", depth=7, bulge=0.35, stitches=(flash,), **main)]
            if not cap and cut.one_of((True, False), "flash")
            else []
        ),
        Piece(
            counter,
            "accent" if cut.one_of((True, False), "heel") else "main",
            depth=9,
            bulge=0.3,
            stitches=(counter,),
            form=(upper,),
            **main,
        ),
        Piece(stay, "main", depth=8, bulge=0.4, stitches=(stay,), **main),
        Piece(
            sole, "sole", Weave.SMOOTH, depth=22, bulge=0.6, gloss=0.04, seams=(foxing,), shadow=0.25, reach=4
        ),
        *(
            [Piece(toe, "sole", Weave.SMOOTH, depth=30, bulge=0.8, gloss=0.12, shadow=0.25, reach=3)]
            if cap
            else [Piece(toe, "main", depth=60, bulge=0.7, stitches=(toe[:30],), form=(upper,), **main)]
        ),
        Piece(outsole, "outsole", Weave.CANVAS, depth=5, bulge=0.5, shadow=0.15, reach=2),
        *laces,
    ]
    if high and cut.one_of((True, True, False), "patch"):
        pieces.append(
            Piece(
                ellipse(196, 436, 33, 33),
                "accent",
                Weave.SMOOTH,
                depth=5,
                bulge=0.4,
                stitches=(ellipse(196, 436, 27, 27),),
                reach=3,
            )
        )
    return _pair(pieces, focus=(390, 520))


def _laces(start: Points, end: Points, count: int) -> list[Piece]:
    pieces = []
    for step in np.linspace(0.04, 0.96, count):
        x, y = start + (end - start) * step
        path = line((x - 17, y + 22), (x + 4, y - 1), (x + 21, y - 13))
        pieces.append(
            Piece(band(path, 9.5), "lace", Weave.CANVAS, depth=4.5, bulge=1.0, shadow=0.42, reach=3.5)
        )
        pieces.append(
            Piece(
                ellipse(x - 16, y + 21, 4, 4),
                "#8c9096",
                Weave.SMOOTH,
                depth=2,
                bulge=-0.6,
                gloss=0.3,
                shadow=0,
            )
        )
    return pieces


def slip_on(cut: Cut) -> Goods:
    upper = line(
        Corner(98, 598),
        (90, 540),
        Corner(104, 446),
        (130, 440),
        (190, 476),
        Corner(262, 486),
        Corner(300, 436),
        (380, 462),
        (470, 496),
        (570, 524),
        (612, 560),
        Corner(622, 598),
        (360, 604),
        Corner(98, 598),
    )
    gore = line(
        Corner(226, 487),
        Corner(262, 486),
        Corner(300, 436),
        (330, 470),
        Corner(338, 540),
        Corner(280, 548),
        Corner(226, 487),
    )
    lining = line(
        Corner(104, 446),
        (130, 436),
        (200, 450),
        Corner(300, 434),
        Corner(264, 488),
        (190, 478),
        Corner(104, 446),
    )
    sole = line(
        Corner(84, 588),
        (220, 598),
        (430, 600),
        (560, 590),
        Corner(634, 578),
        (646, 602),
        (634, 632),
        Corner(610, FLOOR),
        (360, FLOOR + 1),
        Corner(104, FLOOR),
        (84, 626),
        Corner(84, 588),
    )
    pieces = [
        Piece(lining, "lining", Weave.JERSEY, depth=16, bulge=0.2, light=0.6),
        Piece(
            upper,
            "main",
            Weave.CANVAS,
            depth=80,
            bulge=0.95,
            folds=(Wrinkles(cut.seed, 60, 50, 5),),
            stitches=(line((338, 540), (360, 596)), line((344, 540), (366, 596))),
            turn=10,
        ),
        Piece(gore, "trim", Weave.RIB, depth=7, bulge=0.3, shadow=0.2, reach=2),
        Piece(
            sole,
            "sole",
            Weave.SMOOTH,
            depth=22,
            bulge=0.6,
            seams=(line((92, 606), (360, 616), (632, 602)),),
            shadow=0.25,
            reach=4,
        ),
    ]
    return _pair(pieces)


def runner(cut: Cut) -> Goods:
    upper = line(
        Corner(100, 566),
        (88, 500),
        Corner(84, 424),
        (104, 412),
        (150, 452),
        (206, 450),
        Corner(246, 408),
        (290, 444),
        (360, 482),
        (450, 500),
        (560, 518),
        (616, 548),
        Corner(632, 576),
        (360, 580),
        Corner(100, 566),
    )
    tongue = line(
        Corner(216, 446),
        (232, 384),
        Corner(254, 368),
        (284, 400),
        Corner(390, 490),
        (320, 490),
        Corner(216, 446),
    )
    lining = line(
        Corner(86, 424),
        (104, 408),
        (150, 446),
        (206, 444),
        Corner(244, 408),
        (210, 474),
        (150, 478),
        Corner(86, 424),
    )
    sole = line(
        Corner(62, 556),
        (130, 560),
        (220, 580),
        (330, 586),
        (470, 574),
        (580, 558),
        Corner(650, 548),
        (668, 572),
        (640, 612),
        Corner(560, 634),
        (380, FLOOR - 4),
        Corner(96, FLOOR),
        (60, 612),
        Corner(62, 556),
    )
    outsole = line(
        Corner(76, 624),
        (240, 634),
        (400, 630),
        (560, 620),
        Corner(650, 592),
        (634, 622),
        Corner(560, 637),
        (380, FLOOR),
        Corner(96, FLOOR + 2),
        Corner(76, 624),
    )
    toe = line(Corner(508, 574), (516, 534), (552, 517), (606, 540), Corner(634, 574), Corner(508, 574))
    counter = line(
        Corner(100, 566),
        (88, 500),
        Corner(87, 444),
        (130, 486),
        (180, 520),
        Corner(206, 574),
        Corner(100, 566),
    )
    wings = [
        line(
            Corner(238 + x, 574),
            (288 + x, 540),
            (330 + x, 500),
            Corner(346 + x, 474),
            Corner(366 + x, 484),
            (348 + x, 528),
            Corner(290 + x, 578),
            Corner(238 + x, 574),
        )
        for x in ((0, 62) if cut.one_of((True, False), "wings") else (20,))
    ]
    cushions = [ellipse(120 + 34 * n, 604, 11, 17, turn=12) for n in range(4)]
    wave = line((70, 590), (180, 600), (300, 612), (460, 602), (656, 574))
    synthetic: dict[str, Any] = {"weave": Weave.SMOOTH, "gloss": 0.12, "shadow": 0.35, "reach": 3.5}
    pieces = [
        Piece(tongue, "second", Weave.MESH, depth=16, bulge=0.6),
        Piece(lining, "lining", Weave.JERSEY, depth=16, bulge=0.2, light=0.6),
        Piece(upper, "main", Weave.MESH, depth=80, bulge=0.95, folds=(Wrinkles(cut.seed, 60, 50, 6),)),
        *(Piece(shape, "accent", depth=6, bulge=0.4, **synthetic) for shape in wings),
        Piece(counter, "second", depth=10, bulge=0.35, stitches=(counter,), **synthetic),
        Piece(toe, "second", depth=20, bulge=0.4, **synthetic),
        Piece(
            sole,
            "sole",
            Weave.SMOOTH,
            depth=26,
            bulge=0.7,
            seams=(wave,),
            folds=(Wrinkles(cut.seed + 5, 20, 60, 2),),
            shadow=0.28,
            reach=4,
        ),
        *(
            Piece(shape, "accent", Weave.SMOOTH, depth=8, bulge=-0.5, gloss=0.2, shadow=0)
            for shape in cushions
            if cut.one_of((True, False), "cushion")
        ),
        Piece(outsole, "outsole", Weave.CANVAS, depth=6, bulge=0.5, shadow=0.2, reach=2),
        *_laces(np.array([258, 410]), np.array([384, 490]), 6),
    ]
    return _pair(pieces, focus=(380, 520))


def oxford(cut: Cut) -> Goods:
    upper = line(
        Corner(98, 600),
        (88, 540),
        Corner(100, 452),
        (124, 446),
        (180, 476),
        (236, 470),
        Corner(262, 446),
        (330, 486),
        (400, 520),
        (500, 540),
        (610, 566),
        Corner(646, 600),
        (400, 606),
        Corner(98, 600),
    )
    lining = line(
        Corner(100, 452),
        (124, 442),
        (180, 468),
        (236, 464),
        Corner(262, 446),
        (226, 500),
        (160, 502),
        Corner(100, 452),
    )
    sole = line(
        Corner(90, 592),
        (240, 602),
        (420, 606),
        (560, 600),
        Corner(652, 594),
        (660, 606),
        Corner(640, 618),
        (400, 620),
        Corner(250, 618),
        Corner(242, FLOOR),
        Corner(98, FLOOR),
        Corner(90, 592),
    )
    cap = line((478, 536), (492, 566), (488, 602))
    facing = line((262, 448), (330, 488), (400, 522), (380, 552), (300, 534), (250, 500))
    counter = line((182, 600), (176, 540), (140, 500), (96, 488))
    brogue = cut.one_of((True, False), "brogue")
    holes = (
        [ellipse(float(x), float(y), 2.2, 2.2) for x, y in (cap[::3] + (8, 0)) if y < 594] if brogue else []
    )
    pieces = [
        Piece(lining, "lining", Weave.LEATHER, depth=16, bulge=0.2, light=0.6),
        Piece(
            upper,
            "main",
            Weave.SMOOTH,
            depth=90,
            bulge=1.0,
            gloss=0.34,
            sheen=0.1,
            folds=(
                Creases(
                    (line((440, 528), (446, 560), (436, 590)), line((420, 524), (424, 552), (416, 580))),
                    10,
                    -2.6,
                ),
                Wrinkles(cut.seed, 70, 60, 5),
            ),
            seams=(cap, facing, counter),
            stitches=(cap + (5, 0), facing + (-2, 5), counter + (5, 0)),
        ),
        *(Piece(hole, "outsole", Weave.SMOOTH, depth=1, bulge=-0.4, shadow=0, light=0.5) for hole in holes),
        Piece(
            sole,
            "outsole",
            Weave.SMOOTH,
            depth=9,
            bulge=0.5,
            gloss=0.1,
            seams=(line((92, 602), (300, 611), (654, 604)),),
            shadow=0.3,
            reach=3,
        ),
        *_laces(np.array([274, 452]), np.array([372, 512]), 5)[::2],
    ]
    return _pair(pieces, focus=(430, 540))


def chelsea_boot(cut: Cut) -> Goods:
    top = cut.between(276, 320, "top")
    upper = line(
        Corner(108, 600),
        (96, 540),
        (112, 440),
        Corner(118, top),
        (200, top - 10),
        Corner(296, top + 6),
        (298, 420),
        (330, 476),
        (420, 514),
        (560, 540),
        (624, 566),
        Corner(640, 600),
        (400, 606),
        Corner(108, 600),
    )
    gore = line(
        Corner(172, top - 2),
        Corner(244, top),
        (248, 400),
        (226, 470),
        Corner(208, 486),
        (178, 440),
        Corner(172, top - 2),
    )
    sole = line(
        Corner(98, 592),
        (240, 602),
        (420, 606),
        (560, 600),
        Corner(646, 592),
        (656, 608),
        Corner(632, 624),
        (400, 626),
        Corner(262, 622),
        Corner(254, FLOOR),
        Corner(106, FLOOR),
        Corner(98, 592),
    )
    tab = band(line((122, top + 2), (116, top - 26), (130, top - 30), (138, top + 2)), 9)
    pieces = [
        Piece(ellipse(206, top + 2, 90, 14), "lining", Weave.LEATHER, depth=10, bulge=0.2, light=0.5),
        Piece(tab, "trim", Weave.CANVAS, depth=4, bulge=0.6),
        Piece(
            upper,
            "main",
            Weave.SUEDE if cut.version % 2 else Weave.SMOOTH,
            depth=90,
            bulge=1.0,
            gloss=0.0 if cut.version % 2 else 0.26,
            folds=(
                Creases(
                    (
                        line((300, 440), (350, 470), (330, 520)),
                        line((330, 450), (390, 500), (380, 560)),
                        line((130, 460), (190, 500), (260, 490)),
                    ),
                    14,
                    -4,
                ),
                Wrinkles(cut.seed, 70, 60, 6),
            ),
            seams=(line((210, 486), (240, 540), (250, 602)),),
            stitches=(gore, line((216, 486), (246, 540), (256, 602))),
        ),
        Piece(gore, "trim", Weave.RIB, depth=8, bulge=0.3, shadow=0.15, reach=2),
        Piece(sole, "outsole", Weave.SMOOTH, depth=9, bulge=0.5, gloss=0.06, shadow=0.3, reach=3),
    ]
    return _pair(pieces, focus=(280, 430))


def pump(cut: Cut) -> Goods:
    seat = FLOOR - cut.between(120, 190, "height")
    thin = cut.between(12, 40, "heel")
    upper = line(
        Corner(112, seat + 10),
        (98, seat - 36),
        Corner(110, seat - 100),
        (126, seat - 106),
        (160, seat - 60),
        (250, FLOOR - 100),
        (350, FLOOR - 78),
        (430, FLOOR - 70),
        (540, FLOOR - 44),
        (600, FLOOR - 20),
        Corner(610, FLOOR - 6),
        (480, FLOOR - 4),
        Corner(380, FLOOR - 6),
        (290, FLOOR - 20),
        (200, seat + 50),
        Corner(112, seat + 10),
    )
    lining = line(
        Corner(112, seat - 100),
        (126, seat - 110),
        (200, seat - 62),
        (310, FLOOR - 112),
        Corner(414, FLOOR - 72),
        (330, FLOOR - 80),
        (240, FLOOR - 106),
        (158, seat - 60),
        Corner(112, seat - 100),
    )
    heel = line(
        Corner(110, seat + 4),
        (118, (seat + FLOOR) / 2),
        Corner(126, FLOOR),
        Corner(126 + thin, FLOOR),
        (150 + thin * 0.5, (seat + FLOOR) / 2 + 6),
        (176, seat + 56),
        Corner(212, seat + 52),
        Corner(110, seat + 4),
    )
    sole = band(
        line(
            (112, seat + 10),
            (200, seat + 50),
            (290, FLOOR - 20),
            (380, FLOOR - 4),
            (480, FLOOR - 1),
            (608, FLOOR - 4),
        ),
        6,
    )
    weave, gloss = cut.one_of(((Weave.SMOOTH, 0.42), (Weave.SUEDE, 0.0), (Weave.LEATHER, 0.2)), "skin")
    strap: list[Piece] = []
    if cut.one_of((True, False), "strap"):
        path = line((112, seat - 74), (190, seat - 122), (262, seat - 96), (280, FLOOR - 92))
        strap = [
            Piece(band(path, 13), "main", weave, depth=6, bulge=0.8, gloss=gloss, shadow=0.35, reach=4),
            Piece(
                rounded(258, seat - 104, 17, 20, 4),
                "#c9a64b",
                Weave.SMOOTH,
                depth=4,
                bulge=0.8,
                gloss=0.7,
                reach=3,
            ),
        ]
    pieces = [
        Piece(lining, "#d9bfa2", Weave.LEATHER, depth=20, bulge=0.3, light=0.85),
        Piece(heel, "main", weave, depth=13, bulge=0.9, gloss=gloss, light=0.92),
        Piece(sole, "outsole", Weave.SMOOTH, depth=3, bulge=0.5, shadow=0),
        Piece(
            upper,
            "main",
            weave,
            depth=64,
            bulge=1.0,
            gloss=gloss,
            sheen=0.1,
            folds=(Wrinkles(cut.seed, 90, 60, 3),),
            seams=(line((120, seat - 90), (250, FLOOR - 92), (410, FLOOR - 64)),),
        ),
        *strap,
    ]
    return _pair(pieces, focus=(330, 520))


def ballet_flat(cut: Cut) -> Goods:
    upper = line(
        Corner(100, 620),
        (88, 570),
        Corner(98, 520),
        (120, 514),
        (200, 566),
        (320, 584),
        Corner(430, 562),
        (520, 560),
        (600, 582),
        Corner(632, 618),
        (400, 626),
        Corner(100, 620),
    )
    lining = line(
        Corner(98, 520), (120, 508), (260, 530), Corner(430, 560), (320, 588), (200, 570), Corner(98, 520)
    )
    sole = line(
        Corner(96, 616),
        (360, 624),
        Corner(636, 614),
        (620, FLOOR - 6),
        Corner(590, FLOOR - 2),
        (360, FLOOR - 4),
        Corner(200, FLOOR - 6),
        Corner(196, FLOOR),
        Corner(106, FLOOR),
        Corner(96, 616),
    )
    weave, gloss = cut.one_of(((Weave.SMOOTH, 0.3), (Weave.LEATHER, 0.18), (Weave.SUEDE, 0.0)), "skin")
    bow = [
        line(Corner(452, 566), (420, 542), (404, 556), (418, 578), Corner(452, 566)),
        line(Corner(452, 566), (486, 546), (500, 562), (484, 582), Corner(452, 566)),
    ]
    pieces = [
        Piece(lining, "#d9bfa2", Weave.LEATHER, depth=20, bulge=0.3, light=0.85),
        Piece(
            upper,
            "main",
            weave,
            depth=58,
            bulge=1.0,
            gloss=gloss,
            folds=(Wrinkles(cut.seed, 50, 40, 4),),
            stitches=(line((104, 528), (200, 574), (320, 592), (428, 570)),),
        ),
        Piece(sole, "outsole", Weave.SMOOTH, depth=6, bulge=0.5, shadow=0.25, reach=3),
        *(Piece(shape, "main", weave, depth=9, bulge=0.9, gloss=gloss, shadow=0.4, reach=4) for shape in bow),
        Piece(ellipse(452, 566, 9, 9), "main", weave, depth=6, bulge=0.9, gloss=gloss, shadow=0.4, reach=3),
    ]
    return _pair(pieces, focus=(440, 560))


def sandal(cut: Cut) -> Goods:
    """From above, side by side: two broad straps over a footbed."""
    width = cut.between(62, 86, "strap")
    skin, gloss = cut.one_of(((Weave.LEATHER, 0.14), (Weave.SUEDE, 0.0), (Weave.SMOOTH, 0.24)), "skin")
    metal = cut.one_of(("#c9a64b", "#b9bdc4"), "metal")
    upper = line((-104, -110), (-40, -140), (36, -142), (104, -106))
    lower = line((-96, 8), (-36, -20), (34, -22), (94, 4))
    pieces: list[Piece] = []
    for side, x in ((-1, 234), (1, 486)):
        at, flip = (x, 500), (side, 1)
        pieces += _footbed(at, flip, "sole", "#b58a5c")
        for path, x_buckle in ((upper, 62), (lower, 56)):
            strap = band(path, width) * flip + at
            buckle = rounded(x_buckle - 17, float(path[:, 1].mean()) - 26, 34, 44, 6) * flip + at
            pin = rounded(x_buckle - 9, float(path[:, 1].mean()) - 16, 18, 24, 3) * flip + at
            pieces += [
                Piece(
                    strap,
                    "main",
                    skin,
                    depth=26,
                    bulge=1.0,
                    gloss=gloss,
                    shadow=0.5,
                    reach=9,
                    stitches=(band(path, width - 12) * flip + at,),
                ),
                Piece(buckle, metal, Weave.SMOOTH, depth=5, bulge=0.9, gloss=0.8, shadow=0.45, reach=4),
                Piece(pin, "main", skin, depth=5, bulge=0.5, shadow=0.2, reach=2),
            ]
    return Goods(tuple(pieces), focus=(400, 420), zoom=1.9, fill=0.8)


def _footbed(at: tuple[float, float], flip: tuple[int, int], edge: str, inner: str) -> list[Piece]:
    sole = line(
        (0, -250),
        (62, -222),
        (92, -140),
        (84, -30),
        (66, 60),
        (70, 160),
        (54, 222),
        (0, 246),
        (-50, 224),
        (-62, 150),
        (-62, 40),
        (-86, -60),
        (-88, -160),
        (-56, -228),
        (0, -250),
    )
    toes = Creases(
        (
            line((-50, -190), (0, -204), (50, -190)) * flip + at,
            line((-44, 170), (0, 190), (44, 170)) * flip + at,
        ),
        22,
        -4,
    )
    return [
        Piece(sole * flip + at, edge, Weave.SMOOTH, depth=16, bulge=0.9, shadow=0),
        Piece(
            sole * (0.9, 0.94) * flip + at,
            inner,
            Weave.SUEDE,
            depth=18,
            bulge=0.25,
            shadow=0.1,
            reach=2,
            folds=(toes,),
        ),
    ]


def flip_flop(cut: Cut) -> Goods:
    """From above, side by side."""
    straps = [line((4, -150), (44, -96), (80, -8)), line((4, -150), (-40, -96), (-78, -4))]
    pieces: list[Piece] = []
    for side, x in ((-1, 236), (1, 484)):
        at = (x, 500)
        flip = (side, 1)
        pieces += [
            *_footbed(at, flip, "sole", "second"),
            *(
                Piece(
                    band(path, (13, 24, 20)) * flip + at,
                    "main",
                    Weave.LEATHER,
                    depth=9,
                    bulge=1.0,
                    gloss=0.2,
                    shadow=0.5,
                    reach=9,
                )
                for path in straps
            ),
            Piece(
                ellipse(x + 4 * side, 350, 9, 10),
                "main",
                Weave.SMOOTH,
                depth=7,
                bulge=1.0,
                gloss=0.3,
                shadow=0.4,
                reach=5,
            ),
        ]
    return Goods(tuple(pieces), focus=(360, 420), zoom=1.9, fill=0.8)
