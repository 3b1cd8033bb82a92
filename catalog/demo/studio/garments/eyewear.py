"""Sunglasses."""

from typing import Any

import numpy as np

from ..goods import Cut, Goods
from ..outline import MIDDLE, Points, band, ellipse, line, stops
from ..piece import Piece
from ..weave import Weave
from .fittings import reflection

_SIZES = {"round": (104, 100), "wayfarer": (118, 88), "cat-eye": (122, 84), "aviator": (120, 108)}


def sunglasses(cut: Cut) -> Goods:
    style = cut.one_of(("round", "wayfarer", "cat-eye", "aviator"), "style")
    lens = cut.one_of(("#2b2f36", "#4a3a2c", "#30463c", "#41506b"), "lens")
    wide, tall = _SIZES[style]
    outer = _lens(style, wide, tall)
    y, thin = 500.0, style == "aviator"
    right, left = outer + (MIDDLE + wide + 32, y), outer * (-1, 1) + (MIDDLE - wide - 32, y)
    inner = [(shape - shape.mean(0)) * (0.95 if thin else 0.83) + shape.mean(0) for shape in (left, right)]
    bridge = band(
        line((MIDDLE - 46, y - tall * 0.42), (MIDDLE, y - tall * 0.62), (MIDDLE + 46, y - tall * 0.42)),
        9 if thin else 22,
    )
    bar = [band(line((MIDDLE - 60, y - tall * 0.8), (MIDDLE + 60, y - tall * 0.8)), 8)] if thin else []
    hinge = MIDDLE + wide * 2 + 28
    arms = [_arm(x, y, tall) for x in (hinge, 2 * MIDDLE - hinge)]
    frame = "#c9a64b" if thin else "main"
    solid: dict[str, Any] = {"weave": Weave.SMOOTH, "gloss": 0.7 if thin else 0.55}
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
        *(reflection(_glare(shape, wide, tall), 0.10) for shape in (left, right)),
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


def _arm(x: float, y: float, tall: float) -> Points:
    """Folded behind the lenses."""
    out = 1 if x > MIDDLE else -1
    path = line((x, y - tall * 0.62), (x + 20 * out, y - tall * 0.5), (x - 60 * out, y + 40))
    return band(path, (17, 13, 10))


def _lens(style: str, wide: float, tall: float) -> Points:
    """The right one, about 0, 0."""
    if style == "round":
        return ellipse(0, 0, wide, tall)
    if style == "wayfarer":
        return line(
            *stops(
                f"{-wide},{-tall * 0.7} {-wide * 0.2},{-tall * 0.98} {wide},{-tall * 0.88} "
                f"{wide * 1.04},{-tall * 0.2} {wide * 0.66},{tall * 0.8} 0,{tall} "
                f"{-wide * 0.72},{tall * 0.72} {-wide * 0.98},0 {-wide},{-tall * 0.7}"
            )
        )
    if style == "cat-eye":
        return line(
            *stops(
                f"{-wide * 0.92},{-tall * 0.6} 0,{-tall * 0.9} {wide * 1.16},{-tall * 1.25} "
                f"{wide * 1.0},{-tall * 0.1} {wide * 0.5},{tall * 0.78} "
                f"{-wide * 0.3},{tall * 0.86} {-wide * 0.86},{tall * 0.34} "
                f"{-wide * 0.92},{-tall * 0.6}"
            )
        )
    return line(
        *stops(
            f"{-wide * 0.86},{-tall * 0.72} 0,{-tall * 0.86} {wide},{-tall * 0.74} "
            f"{wide * 1.02},0 {wide * 0.5},{tall * 0.86} {-wide * 0.1},{tall * 0.92} "
            f"{-wide * 0.78},{tall * 0.2} {-wide * 0.86},{-tall * 0.72}"
        )
    )


def _glare(lens: Points, wide: float, tall: float) -> Points:
    shape = line(
        *stops(
            f"{-0.5 * wide},{-0.62 * tall}! {-0.1 * wide},{-0.72 * tall}! "
            f"{-0.62 * wide},{0.5 * tall}! {-0.78 * wide},{0.2 * tall}! "
            f"{-0.5 * wide},{-0.62 * tall}!"
        )
    )
    return np.asarray(shape + lens.mean(0), np.float64)
