"""Pixels → what a library that works on Pillow's pictures takes."""

import numpy as np
from PIL import Image

from catalog.imaging.pixels import Pixels


def as_pillow(pixels: Pixels) -> Image.Image:
    """The picture in mode RGB, without metadata."""
    return Image.fromarray(np.ascontiguousarray(pixels))
