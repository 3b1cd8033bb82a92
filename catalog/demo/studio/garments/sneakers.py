"""Sneakers, slip-ons and running shoes."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..folds import Creases, Wrinkles
from ..goods import Cut, Goods
from ..outline import Points, ellipse, line, stops
from ..piece import Piece
from ..weave import Weave
from .shoes import FLOOR, laces, pair

_SOLE = line(
    *stops(
        f"84,588! 220,598 430,600 560,590 634,576! 646,600 634,632 610,{FLOOR}! "
        f"360,{FLOOR + 1} 104,{FLOOR}! 84,626 84,588!"
    )
)
_OUTSOLE = line(
    *stops(f"88,628! 360,634 636,626! 630,638 610,{FLOOR + 1}! 360,{FLOOR + 2} 104,{FLOOR + 1}! 88,628!")
)
_TOE = line(*stops("500,594! 508,548 540,521 576,530 612,552 628,594! 500,594!"))
_FOXING = line((92, 606), (360, 616), (632, 602))
_QUARTER = line((412, 518), (440, 552), (446, 594))
_FLASH = line(*stops("190,590! 270,560 330,520 360,494! 384,506! 350,548 290,580 240,594! 190,590!"))
_BENDS = (line((440, 520), (452, 548), (448, 580)), line((468, 524), (482, 552), (478, 584)))


@dataclass(frozen=True)
class _Upper:
    """The parts that rise with the shaft."""

    high: bool

    @property
    def top(self) -> float:
        return 330.0 if self.high else 432.0

    def upper(self) -> Points:
        top = self.top
        return line(
            *stops(
                f"98,598! 90,540 96,{top + 60} 106,{top + 6}! 128,{top - 2} "
                f"170,{top + (26 if self.high else 34)} 218,{top + 16} 252,{top - 8}! "
                f"300,{(top + 470) / 2 + 8} 372,484 440,510 540,522 606,552 622,598! 360,604 "
                "98,598!"
            )
        )

    def tongue(self) -> Points:
        top = self.top
        return line(
            *stops(
                f"226,{top + 24}! 236,{top - 34} 252,{top - 48}! 282,{top - 26} 330,452 "
                f"398,500! 330,500 226,{top + 24}!"
            )
        )

    def lining(self) -> Points:
        top = self.top
        return line(
            *stops(
                f"108,{top + 6}! 128,{top - 4} 172,{top + 22} 218,{top + 12} 250,{top - 8}! "
                f"216,{top + 46} 160,{top + 54} 108,{top + 6}!"
            )
        )

    def stay(self) -> Points:
        top = self.top
        return line(
            *stops(
                f"236,{top + 22}! 256,{top - 4} 268,{top + 8}! 320,{(top + 470) / 2 + 22} "
                f"412,516! 398,540 372,540! 300,{(top + 540) / 2 + 10} 236,{top + 22}!"
            )
        )

    def counter(self) -> Points:
        top = self.top
        return line(*stops(f"98,594! 90,540 96,{top + 66}! 134,{top + 90} 158,540 168,594! 98,594!"))


def canvas_sneaker(cut: Cut) -> Goods:
    return _sneaker(cut, Weave.CANVAS, high=False, gloss=0.0, cap=True)


def high_top(cut: Cut) -> Goods:
    return _sneaker(cut, Weave.CANVAS, high=True, gloss=0.0, cap=True)


def leather_sneaker(cut: Cut) -> Goods:
    return _sneaker(cut, Weave.LEATHER, high=False, gloss=0.12, cap=False)


def _sneaker(cut: Cut, weave: Weave, *, high: bool, gloss: float, cap: bool) -> Goods:
    parts = _Upper(high)
    upper, tongue, stay, counter = parts.upper(), parts.tongue(), parts.stay(), parts.counter()
    creases = (
        Creases(_BENDS, 12, -3.2),
        Wrinkles(cut.seed + 1, 60, 60, 5),
        Wrinkles(cut.seed + 2, 26, 40, 1.6),
    )
    lace_top = np.array([262, parts.top + 6])
    laced = laces(lace_top, np.array([398, 512]), 8 if high else 6)
    main: dict[str, Any] = {"weave": weave, "gloss": gloss, "shadow": 0.3, "reach": 5.0}
    pieces = [
        Piece(
            tongue, "main" if cap else "accent", weave, depth=16, bulge=0.6, gloss=gloss, stitches=(tongue,)
        ),
        Piece(parts.lining(), "lining", Weave.JERSEY, depth=16, bulge=0.2, light=0.62),
        Piece(
            upper, "main", depth=86, bulge=0.95, folds=creases, stitches=(_QUARTER, _QUARTER + (6, 0)), **main
        ),
        *(
            [Piece(_FLASH, "accent", depth=7, bulge=0.35, stitches=(_FLASH,), **main)]
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
            _SOLE,
            "sole",
            Weave.SMOOTH,
            depth=22,
            bulge=0.6,
            gloss=0.04,
            seams=(_FOXING,),
            shadow=0.25,
            reach=4,
        ),
        *(
            [Piece(_TOE, "sole", Weave.SMOOTH, depth=30, bulge=0.8, gloss=0.12, shadow=0.25, reach=3)]
            if cap
            else [Piece(_TOE, "main", depth=60, bulge=0.7, stitches=(_TOE[:30],), form=(upper,), **main)]
        ),
        Piece(_OUTSOLE, "outsole", Weave.CANVAS, depth=5, bulge=0.5, shadow=0.15, reach=2),
        *laced,
    ]
    if high and cut.one_of((True, True, False), "patch"):
        pieces.append(_patch())
    return pair(pieces, focus=(390, 520))


def _patch() -> Piece:
    """On the ankle."""
    edge = (ellipse(196, 436, 27, 27),)
    return Piece(
        ellipse(196, 436, 33, 33), "accent", Weave.SMOOTH, depth=5, bulge=0.4, stitches=edge, reach=3
    )


def slip_on(cut: Cut) -> Goods:
    upper = line(
        *stops(
            "98,598! 90,540 104,446! 130,440 190,476 262,486! 300,436! 380,462 470,496 "
            "570,524 612,560 622,598! 360,604 98,598!"
        )
    )
    gore = line(*stops("226,487! 262,486! 300,436! 330,470 338,540! 280,548! 226,487!"))
    lining = line(*stops("104,446! 130,436 200,450 300,434! 264,488! 190,478 104,446!"))
    sole = line(
        *stops(
            f"84,588! 220,598 430,600 560,590 634,578! 646,602 634,632 610,{FLOOR}! "
            f"360,{FLOOR + 1} 104,{FLOOR}! 84,626 84,588!"
        )
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
    return pair(pieces)


def runner(cut: Cut) -> Goods:
    upper = line(
        *stops(
            "100,566! 88,500 84,424! 104,412 150,452 206,450 246,408! 290,444 360,482 "
            "450,500 560,518 616,548 632,576! 360,580 100,566!"
        )
    )
    tongue = line(*stops("216,446! 232,384 254,368! 284,400 390,490! 320,490 216,446!"))
    lining = line(*stops("86,424! 104,408 150,446 206,444 244,408! 210,474 150,478 86,424!"))
    sole = line(
        *stops(
            "62,556! 130,560 220,580 330,586 470,574 580,558 650,548! 668,572 640,612 "
            f"560,634! 380,{FLOOR - 4} 96,{FLOOR}! 60,612 62,556!"
        )
    )
    outsole = line(
        *stops(
            f"76,624! 240,634 400,630 560,620 650,592! 634,622 560,637! 380,{FLOOR} 96,{FLOOR + 2}! 76,624!"
        )
    )
    toe = line(*stops("508,574! 516,534 552,517 606,540 634,574! 508,574!"))
    counter = line(*stops("100,566! 88,500 87,444! 130,486 180,520 206,574! 100,566!"))
    wings = [
        line(
            *stops(
                f"{238 + x},574! {288 + x},540 {330 + x},500 {346 + x},474! {366 + x},484! "
                f"{348 + x},528 {290 + x},578! {238 + x},574!"
            )
        )
        for x in ((0, 62) if cut.one_of((True, False), "wings") else (20,))
    ]
    cushions = [ellipse(120 + 34 * n, 604, 11, 17, turn=12) for n in range(4)]
    wave = line(*stops("70,590 180,600 300,612 460,602 656,574"))
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
        *laces(np.array([258, 410]), np.array([384, 490]), 6),
    ]
    return pair(pieces, focus=(380, 520))
