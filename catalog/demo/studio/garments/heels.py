"""Court shoes and ballet flats."""

from ..folds import Wrinkles
from ..goods import Cut, Goods
from ..outline import band, ellipse, line, rounded, stops
from ..piece import Piece
from ..weave import Weave
from .shoes import FLOOR, pair


def pump(cut: Cut) -> Goods:
    seat = FLOOR - cut.between(120, 190, "height")
    thin = cut.between(12, 40, "heel")
    upper = line(
        *stops(
            f"112,{seat + 10}! 98,{seat - 36} 110,{seat - 100}! 126,{seat - 106} "
            f"160,{seat - 60} 250,{FLOOR - 100} 350,{FLOOR - 78} 430,{FLOOR - 70} "
            f"540,{FLOOR - 44} 600,{FLOOR - 20} 610,{FLOOR - 6}! 480,{FLOOR - 4} "
            f"380,{FLOOR - 6}! 290,{FLOOR - 20} 200,{seat + 50} 112,{seat + 10}!"
        )
    )
    lining = line(
        *stops(
            f"112,{seat - 100}! 126,{seat - 110} 200,{seat - 62} 310,{FLOOR - 112} "
            f"414,{FLOOR - 72}! 330,{FLOOR - 80} 240,{FLOOR - 106} 158,{seat - 60} "
            f"112,{seat - 100}!"
        )
    )
    heel = line(
        *stops(
            f"110,{seat + 4}! 118,{(seat + FLOOR) / 2} 126,{FLOOR}! {126 + thin},{FLOOR}! "
            f"{150 + thin * 0.5},{(seat + FLOOR) / 2 + 6} 176,{seat + 56} 212,{seat + 52}! "
            f"110,{seat + 4}!"
        )
    )
    sole = band(
        line(
            *stops(
                f"112,{seat + 10} 200,{seat + 50} 290,{FLOOR - 20} 380,{FLOOR - 4} "
                f"480,{FLOOR - 1} 608,{FLOOR - 4}"
            )
        ),
        6,
    )
    weave, gloss = cut.one_of(((Weave.SMOOTH, 0.42), (Weave.SUEDE, 0.0), (Weave.LEATHER, 0.2)), "skin")
    strap = _strap(seat, weave, gloss) if cut.one_of((True, False), "strap") else []
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
    return pair(pieces, focus=(330, 520))


def _strap(seat: float, weave: Weave, gloss: float) -> list[Piece]:
    path = line(*stops(f"112,{seat - 74} 190,{seat - 122} 262,{seat - 96} 280,{FLOOR - 92}"))
    buckle = rounded(258, seat - 104, 17, 20, 4)
    return [
        Piece(band(path, 13), "main", weave, depth=6, bulge=0.8, gloss=gloss, shadow=0.35, reach=4),
        Piece(buckle, "#c9a64b", Weave.SMOOTH, depth=4, bulge=0.8, gloss=0.7, reach=3),
    ]


def ballet_flat(cut: Cut) -> Goods:
    upper = line(
        *stops(
            "100,620! 88,570 98,520! 120,514 200,566 320,584 430,562! 520,560 600,582 "
            "632,618! 400,626 100,620!"
        )
    )
    lining = line(*stops("98,520! 120,508 260,530 430,560! 320,588 200,570 98,520!"))
    sole = line(
        *stops(
            f"96,616! 360,624 636,614! 620,{FLOOR - 6} 590,{FLOOR - 2}! 360,{FLOOR - 4} "
            f"200,{FLOOR - 6}! 196,{FLOOR}! 106,{FLOOR}! 96,616!"
        )
    )
    weave, gloss = cut.one_of(((Weave.SMOOTH, 0.3), (Weave.LEATHER, 0.18), (Weave.SUEDE, 0.0)), "skin")
    bow = [
        line(*stops("452,566! 420,542 404,556 418,578 452,566!")),
        line(*stops("452,566! 486,546 500,562 484,582 452,566!")),
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
            stitches=(line(*stops("104,528 200,574 320,592 428,570")),),
        ),
        Piece(sole, "outsole", Weave.SMOOTH, depth=6, bulge=0.5, shadow=0.25, reach=3),
        *(Piece(shape, "main", weave, depth=9, bulge=0.9, gloss=gloss, shadow=0.4, reach=4) for shape in bow),
        Piece(ellipse(452, 566, 9, 9), "main", weave, depth=6, bulge=0.9, gloss=gloss, shadow=0.4, reach=3),
    ]
    return pair(pieces, focus=(440, 560))
