"""A family of choices instead of twelve copies.

J. Carbonell, J. Goldstein, "The use of MMR, diversity-based reranking", 1998.
"""

from collections.abc import Sequence

import numpy as np

from .score import Ranked


def diverse(products: Sequence[Ranked], limit: int, *, diversity: float) -> list[Ranked]:
    """Up to `limit`, the best first, then each time the best that is not too much like those before it.

    `diversity` from 0 (the best, however alike) to 1 (as unlike as can be, however poor).
    """
    if not products or limit <= 0:
        return []
    vectors = np.stack([product.facts.vector for product in products])
    totals = np.array([product.total for product in products])
    nearest = np.zeros(len(products))
    chosen: list[int] = []
    left = np.ones(len(products), bool)
    for _ in range(min(limit, len(products))):
        gains = np.where(left, (1 - diversity) * totals - diversity * nearest, -np.inf)
        best = int(gains.argmax())  # of equals the first
        chosen.append(best)
        left[best] = False
        nearest = np.maximum(nearest, vectors @ vectors[best])
    return [products[row] for row in chosen]
