"""What a comparison of everything finds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .clients import LIMIT
from .looks import unit
from .shop import CHUNK, Shop

Floats = NDArray[np.float32]
TIE = 1e-4
"""A cosine that is less than the last true one by no more counts as found."""


def similarities(shop: Shop, queries: NDArray[np.float16]) -> Floats:
    """(products, queries): each product's best picture."""
    asked = unit(queries.astype(np.float32)).T
    found = np.empty((shop.size, len(queries)), np.float32)
    for start in range(0, shop.size, CHUNK):
        part = unit(shop.vectors[start : start + CHUNK].astype(np.float32))
        found[start : start + len(part)] = (part @ asked).max(axis=1)
    return found


def recall(true: Floats, matching: NDArray[np.bool_], found: Sequence[int]) -> float:
    """Of one query: `true` (products,), `found` product ids. 1 where nothing matches."""
    wanted = min(LIMIT, int(matching.sum()))
    if not wanted:
        return float(not found)
    last = np.partition(true[matching], -wanted)[-wanted]
    rows = np.array(list(found), np.intp) - 1
    good = matching[rows] & (true[rows] >= last - TIE)
    return min(1.0, float(good.sum()) / wanted)
