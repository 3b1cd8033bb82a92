"""Where the product of a studio shot is, for test pictures. Apart from how training cuts products out."""

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels

GROUND = 240
SMALLEST_PRODUCT = 0.04
Mask = NDArray[np.bool_]


def silhouette(shot: Pixels) -> Mask:
    """True for the product, (h, w): all but the white that reaches the border. All True on another ground."""
    # What JPEG left around the product is noise of a pixel or two: a median of neighbours does without it.
    white = _without_specks(shot.min(axis=2) >= GROUND)
    ground = np.zeros_like(white)
    for edge in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
        ground[edge] = white[edge]
    spread = _spread(ground, white)
    while (spread != ground).any():
        ground, spread = spread, _spread(spread, white)
    return ~ground if (~ground).mean() >= SMALLEST_PRODUCT else np.ones_like(ground)


def _without_specks(mask: Mask) -> Mask:
    """What the most of each pixel's square of 25 neighbours are."""
    height, width = mask.shape
    padded = np.pad(mask.astype(np.int8), 2, mode="edge")
    along = np.sum([padded[:, start : start + width] for start in range(5)], axis=0)
    return np.asarray(np.sum([along[start : start + height] for start in range(5)], axis=0) > 12)


def _spread(ground: Mask, white: Mask) -> Mask:
    """The ground, and all white that lies in a straight line from it."""
    for turn in range(4):
        ground = np.rot90(_spread_down(np.rot90(ground, turn), np.rot90(white, turn)), -turn)
    return ground


def _spread_down(ground: Mask, white: Mask) -> Mask:
    row = np.arange(len(ground))[:, None]
    last_ground = np.maximum.accumulate(np.where(ground, row, -1), axis=0)
    last_wall = np.maximum.accumulate(np.where(white, -1, row), axis=0)
    return white & (last_ground > last_wall)
