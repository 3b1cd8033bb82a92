"""The shop's figure: a plain, faceless one that wears the goods."""

from dataclasses import replace
from typing import Any, Final

from .folds import Wrinkles
from .goods import Cut, Goods, Who
from .outline import MIDDLE, WIDTH, Points, ellipse, line, mirrored, stops, symmetric
from .piece import Piece
from .weave import Weave

SKIN: Final = "figure"
_MATT: Final[dict[str, Any]] = {"weave": Weave.SMOOTH, "sheen": 0.05, "gloss": 0.03}

UPPER: Final = frozenset(
    {
        *("tee", "vneck_tee", "pocket_tee", "long_sleeve_tee", "ringer_tee", "graphic_tee", "polo", "tank"),
        *("blouse", "shirt", "short_sleeve_shirt", "denim_shirt", "tunic", "sweatshirt", "hoodie"),
        *("sweater", "cable_sweater", "roll_neck", "cardigan"),
        *("bomber", "denim_jacket", "puffer", "blazer", "parka"),
    }
)
DRESSES: Final = frozenset({"sun_dress", "tea_dress", "maxi_dress", "shirt_dress", "knit_dress"})
LOWER: Final = frozenset(
    {
        *("flared_skirt", "pleated_skirt", "denim_skirt", "denim_shorts", "chino_shorts", "sweat_shorts"),
        *("straight_jeans", "skinny_jeans", "wide_jeans", "chinos", "wide_trousers", "suit_trousers"),
        *("linen_trousers", "joggers", "track_pants", "leggings"),
    }
)
WEARABLE: Final = UPPER | DRESSES | LOWER


def dressed(shown: Goods, cut: Cut) -> Goods:
    """The goods on the figure, which shows where they end."""
    if cut.model in LOWER:
        return _below(shown, cut)
    return _above(shown, cut)


def _above(shown: Goods, cut: Cut) -> Goods:
    low, high = shown.bounds
    body = (*_head(cut), *_arms(cut))
    legs = (
        _legs(360.0, high[1] - 40, cut, spread=60)
        if cut.model in DRESSES
        else _plain_trousers(min(float(high[1]) - 60, 520.0), cut)
    )
    over = shown.pieces
    end = 1090.0 if cut.model in DRESSES else float(high[1]) + 130
    framed = (min(150.0, float(low[0])), 0.0, max(570.0, float(high[0])), end)
    return replace(shown, pieces=(*legs, *body, *over), hollow=(), framed=framed, fill=1.0)


def _head(cut: Cut) -> tuple[Piece, ...]:
    child = cut.who is Who.KIDS
    wide, tall = (58, 76) if child else (52, 76)
    y = 58.0
    skull = symmetric(
        *stops(
            f"0,{y - tall} {wide * 0.72},{y - tall * 0.78} {wide},{y - 10} "
            f"{wide * 0.82},{y + tall * 0.52} {wide * 0.38},{y + tall * 0.94} 0,{y + tall}"
        )
    )
    neck = symmetric(*stops("0,96 34,100! 35,140 52,168 96,196! 60,260 0,300"))
    return (
        Piece(neck, SKIN, depth=40, bulge=0.8, **_MATT),
        Piece(skull, SKIN, depth=62, bulge=1.0, shadow=0.3, reach=12, **_MATT),
    )


def _arms(cut: Cut) -> tuple[Piece, ...]:
    out = {Who.MEN: 0.0, Who.WOMEN: -22.0, Who.KIDS: -18.0}[cut.who]
    arm = line(
        *stops(
            f"116,186! {168 + out},200 {196 + out},262 {214 + out},380 {226 + out},470 "
            f"{236 + out},570 {242 + out},640 {248 + out},690 {240 + out},742 "
            f"{226 + out},756 {214 + out},740 {210 + out},690 {204 + out},640 "
            f"{184 + out},560 {168 + out},460 {150 + out},360 120,320! 116,186!"
        )
    ) + (MIDDLE, 0)
    thumb = line(
        *stops(f"{216 + out},668 {204 + out},690 {202 + out},722 {210 + out},726 {217 + out},700")
    ) + (
        MIDDLE,
        0,
    )
    return tuple(
        Piece(shape, SKIN, depth=26, bulge=0.95, **_MATT)
        for one in (arm, thumb)
        for shape in (one, mirrored(one))
    )


def _plain_trousers(top: float, cut: Cut) -> tuple[Piece, ...]:
    """Something quiet below, so that the goods are what is seen."""
    half = {Who.MEN: 134.0, Who.WOMEN: 132.0, Who.KIDS: 130.0}[cut.who]
    leg = line(
        *stops(
            f"0,{top}! {half - 10},{top}! {half + 8},{top + 90} {half + 4},{top + 260} "
            f"{half - 12},{top + 520}! 12,{top + 520}! 10,{top + 240} 2,{top + 130}! "
            f"0,{top}!"
        )
    ) + (MIDDLE, 0)
    folds = (Wrinkles(cut.seed + 5, 50, 90, 6, turn=20), Wrinkles(cut.seed + 6, 90, 140, 8))
    return tuple(
        Piece(shape, "companion", Weave.TWILL, depth=66, bulge=0.85, folds=folds)
        for shape in (mirrored(leg), leg)
    )


def _legs(x: float, top: float, cut: Cut, *, spread: float) -> tuple[Piece, ...]:
    leg = line(
        *stops(
            f"{spread - 44},{top - 60}! {spread + 40},{top - 60}! {spread + 34},{top + 60} "
            f"{spread + 30},{top + 160} {spread + 30},{top + 240} {spread + 20},{top + 360} "
            f"{spread + 24},{top + 400} {spread + 30},{top + 430} "
            f"{spread - 18},{top + 432}! {spread - 16},{top + 380} "
            f"{spread - 22},{top + 260} {spread - 20},{top + 160} {spread - 36},{top + 60} "
            f"{spread - 44},{top - 60}!"
        )
    ) + (x, 0)
    return tuple(Piece(shape, SKIN, depth=36, bulge=0.9, **_MATT) for shape in (mirrored(leg), leg))


def _below(shown: Goods, cut: Cut) -> Goods:
    """A plain top above, tucked in."""
    low, high = shown.bounds
    top = float(low[1])
    waist = {Who.WOMEN: 106.0, Who.MEN: 116.0, Who.KIDS: 120.0}[cut.who]
    skirt = cut.model.endswith("skirt")
    if skirt:
        waist = 110.0
    torso = symmetric(
        *stops(
            f"0,{top - 400} 150,{top - 380}! 146,{top - 220} {waist + 6},{top - 60} "
            f"{waist - 3},{top + 30}! 0,{top + 40}"
        )
    )
    arm = line(
        *stops(
            f"132,{top - 360}! 176,{top - 300} 186,{top - 180} 196,{top - 60} "
            f"206,{top + 90} 214,{top + 170} 204,{top + 210} 186,{top + 196} "
            f"180,{top + 150} 166,{top + 60} 150,{top - 90} 126,{top - 240}! "
            f"132,{top - 360}!"
        )
    ) + (MIDDLE, 0)
    folds = (
        Wrinkles(cut.seed + 7, 60, 120, 8),
        Wrinkles(cut.seed + 8, 40, 40, 5, spots=((MIDDLE, top + 10, 150, 60),)),
    )
    bare = skirt or cut.model.endswith("shorts")
    legs = (
        _legs(MIDDLE, float(high[1]) - 30, cut, spread=64 if skirt else 84)
        if bare
        else _feet(float(high[1]), cut)
    )
    above = (
        *(Piece(shape, SKIN, depth=24, bulge=0.95, **_MATT) for shape in (arm, mirrored(arm))),
        Piece(torso, "companion", Weave.JERSEY, depth=80, bulge=0.8, folds=folds),
    )
    end = float(high[1]) + (150 if bare else 70)
    framed = (min(130.0, float(low[0])), top - 150, max(590.0, float(high[0])), end)
    return replace(shown, pieces=(*legs, *above, *shown.pieces), hollow=(), framed=framed, fill=1.0)


def _feet(bottom: float, cut: Cut) -> tuple[Piece, ...]:
    foot: Points = ellipse(MIDDLE + 88, bottom + 16, 40, 26)
    return tuple(
        Piece(shape, SKIN, depth=24, bulge=0.9, **_MATT) for shape in (foot, foot * (-1, 1) + (WIDTH, 0))
    )
