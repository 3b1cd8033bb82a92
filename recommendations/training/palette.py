"""Of which colours a product is, as numbers that a network can learn and that compare by cosine."""

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels
from recommendations.encoders.colours import FloatArray, to_lab

GREYS = (5, 28, 50, 72, 95)
HUES = 8
LIGHTNESSES = (30, 55, 80)
CHROMA = 40
REACH = 14.0
"""How far, in CIELAB, a pixel counts for the colours around it (standard deviation)."""
PIXELS = 1200


def _paints() -> FloatArray:
    hues = np.arange(HUES) * 2 * np.pi / HUES
    greys = [(lightness, 0, 0) for lightness in GREYS]
    colours = [
        (lightness, CHROMA * np.cos(hue), CHROMA * np.sin(hue)) for lightness in LIGHTNESSES for hue in hues
    ]
    return np.array([*greys, *colours], np.float32)


PAINTS = _paints()
"""(paints, 3) in CIELAB: greys, then hues at three lightnesses."""


def palette(picture: Pixels, product: NDArray[np.bool_]) -> FloatArray:
    """A unit row (paints,): the square roots of how much of the product (h, w) is of each paint.

    The cosine of two is the overlap of what they count (Bhattacharyya).
    """
    pixels = picture[product]
    lab = to_lab(pixels[:: max(1, len(pixels) // PIXELS)])
    distances = ((lab[:, None] - PAINTS) ** 2).sum(axis=2) / (2 * REACH**2)
    nearness = np.exp(distances.min(axis=1, keepdims=True) - distances)
    shares = (nearness / nearness.sum(axis=1, keepdims=True)).mean(axis=0)
    row: FloatArray = np.sqrt(shares / shares.sum()).astype(np.float32)
    return row
