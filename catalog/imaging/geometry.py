"""Crops and sizes. The gallery and the query both pass through here, so they cannot disagree."""

import numpy as np
from PIL import Image

from catalog.imaging.box import Box
from catalog.imaging.pixels import Pixels

_FILTER = Image.Resampling.BICUBIC
_REDUCING_GAP = 1.2
_WHITE = 255


def crop(pixels: Pixels, box: Box) -> Pixels:
    """The part of the picture under the box, at least 1 × 1. A view, not a copy."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = box.in_pixels(width, height)
    return pixels[top:bottom, left:right]


def resize(pixels: Pixels, width: int, height: int) -> Pixels:
    """The picture at exactly width × height pixels, antialiased; unchanged when it has that size already."""
    if pixels.shape[:2] == (height, width):
        return pixels
    image = Image.fromarray(np.ascontiguousarray(pixels))
    return np.asarray(image.resize((width, height), _FILTER, reducing_gap=_REDUCING_GAP))


def fit(pixels: Pixels, longest: int) -> Pixels:
    """The picture with its longest side at most `longest` pixels, aspect kept; never enlarged."""
    if max(pixels.shape[:2]) <= longest:
        return pixels
    return resize(pixels, *_scaled(pixels, longest))


def square(pixels: Pixels, side: int) -> Pixels:
    """The picture with its longest side at `side` pixels, aspect kept, centred on a white square."""
    inner = resize(pixels, *_scaled(pixels, side))
    height, width = inner.shape[:2]
    if height == width:
        return inner
    canvas = np.full((side, side, 3), _WHITE, dtype=np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    canvas[top : top + height, left : left + width] = inner
    return canvas


def _scaled(pixels: Pixels, longest: int) -> tuple[int, int]:
    height, width = pixels.shape[:2]
    scale = longest / max(height, width)
    return max(1, round(width * scale)), max(1, round(height * scale))
