"""How far colours are apart, by the names that merchants give them."""

from collections.abc import Iterable
from functools import lru_cache
from math import dist

import numpy as np

from ..encoders.colours import to_lab

SWATCHES = {
    "beige": "#e0cfb1",
    "black": "#111111",
    "blue": "#2a5db0",
    "bronze": "#8c6239",
    "brown": "#6f4626",
    "burgundy": "#6d1a36",
    "charcoal": "#3b3f45",
    "coffee brown": "#4b3325",
    "copper": "#b26a3c",
    "cream": "#f6eed6",
    "fluorescent green": "#5dff3b",
    "gold": "#c9a23f",
    "gray": "#8a8d91",
    "green": "#2f7d43",
    "grey": "#8a8d91",
    "grey melange": "#a9abaf",
    "khaki": "#a89a6a",
    "lavender": "#b7a6d9",
    "lime green": "#8fd13f",
    "magenta": "#c2188b",
    "maroon": "#7a1f2b",
    "mauve": "#a97ba0",
    "mint": "#a8dcc4",
    "mushroom brown": "#a08d7d",
    "mustard": "#d2a02c",
    "navy": "#1b2a4e",
    "navy blue": "#1b2a4e",
    "nude": "#e3bfa6",
    "off white": "#f7f4ea",
    "olive": "#6b6b35",
    "orange": "#e4762a",
    "peach": "#f5b895",
    "pink": "#ea8fb1",
    "purple": "#6c3a93",
    "red": "#c8322f",
    "rose": "#d9798c",
    "rust": "#a5482a",
    "sand": "#d8c7a3",
    "sea green": "#2e8b70",
    "silver": "#c9ccd0",
    "skin": "#e5b999",
    "steel": "#a1a7ad",
    "tan": "#c79a6b",
    "taupe": "#877a6c",
    "teal": "#17736f",
    "turquoise": "#2fb3b8",
    "turquoise blue": "#2fb3b8",
    "white": "#ffffff",
    "yellow": "#f0cf3c",
}
"""As the pages' swatches show them (static/css/swatches.css); shining ones by their mean."""

Lab = tuple[float, float, float]


@lru_cache(maxsize=256)
def lab_of(name: str) -> Lab | None:
    """Lightness 0 to 100, a and b around ±100; None for a name that says no one colour."""
    swatch = SWATCHES.get(name.lower())
    if swatch is None:
        return None
    lightness, a, b = to_lab(np.array(list(bytes.fromhex(swatch[1:])), np.uint8)).tolist()
    return lightness, a, b


def distance(one: Iterable[str], other: Iterable[str]) -> float | None:
    """ΔE (CIE 1976) of the two nearest colours; 0 for a shared name, None where neither can be told."""
    return _distance(frozenset(one), frozenset(other))


@lru_cache(maxsize=4096)
def _distance(one: frozenset[str], other: frozenset[str]) -> float | None:
    # A shop has few colours, which every list compares many times.
    if one & other:
        return 0.0
    labs = [[lab for name in names if (lab := lab_of(name))] for names in (one, other)]
    return min((dist(a, b) for a in labs[0] for b in labs[1]), default=None)
