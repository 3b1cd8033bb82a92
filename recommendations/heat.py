"""Where a picture is like another: what each patch of it adds to the cosine of how the two look.

How a picture looks is the mean of what the encoder makes of each patch, at length one, so that the cosine is
a sum over patches, without a rest (Stylianou, Souvenir and Pless, https://arxiv.org/abs/1901.00536).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .edges import Edges

Array = NDArray[np.float32]
_MIDDLE = 50.0


@dataclass(frozen=True)
class Heat:
    """What each patch adds, by `rows`: 1 for the most, 0 for nothing or less.

    They cover `frame`, the square around the picture that was looked at; `best` is the patch that adds most.
    Both are in per cent of the picture.
    """

    rows: list[list[float]]
    frame: Edges
    best: Edges


def heat_of(patches: Array, looks: Array, *, height: int, width: int) -> Heat | None:
    """Of a picture of this size, from what an encoder makes of its `patches` (rows, columns, n).

    `looks` (n,) is how the other one looks. None where no patch is like it.
    """
    added = np.maximum(patches @ looks, 0.0)
    rows, columns = added.shape
    lefts, rights = _cells(columns, width / max(height, width))
    tops, bottoms = _cells(rows, height / max(height, width))
    inside = np.outer(_inside(tops, bottoms), _inside(lefts, rights))
    counted = added * inside
    if not counted.max() > 0:
        return None
    row, column = np.unravel_index(int(counted.argmax()), counted.shape)
    shares = np.minimum(added / added[row, column], 1.0).astype(float).round(2)
    best = (lefts[column], tops[row], rights[column], bottoms[row])
    return Heat(
        rows=shares.tolist(),
        frame=Edges(*(round(float(edge)) for edge in (lefts[0], tops[0], rights[-1], bottoms[-1]))),
        best=Edges(*(round(float(edge)) for edge in np.clip(best, 0, 2 * _MIDDLE))),
    )


def _cells(count: int, share: float) -> tuple[Array, Array]:
    """Where each cell begins and ends, in per cent of what fills this share of them, in their middle."""
    edges = _MIDDLE + (np.linspace(0, 2 * _MIDDLE, count + 1) - _MIDDLE) / share
    return edges[:-1].astype(np.float32), edges[1:].astype(np.float32)


def _inside(starts: Array, ends: Array) -> Array:
    """The share of each cell that is not beside the picture."""
    seen = np.clip(ends, 0, 2 * _MIDDLE) - np.clip(starts, 0, 2 * _MIDDLE)
    return np.asarray(seen / (ends - starts), np.float32)
