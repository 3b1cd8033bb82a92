"""Small pictures that differ from each other."""

import numpy as np

from catalog.imaging import Pixels


def noise(seed: int, height: int = 90, width: int = 60) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)


def plain(red: int, green: int, blue: int, side: int = 40) -> Pixels:
    return np.full((side, side, 3), (red, green, blue), np.uint8)
