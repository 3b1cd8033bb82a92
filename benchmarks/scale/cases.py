"""What is asked of the shop: filters that have nothing to do with the query, and filters against it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.filters import ProductFilters

from .looks import Looks
from .shop import MOST, OPPOSITE, SHARES, Shop


@dataclass(frozen=True)
class Case:
    """`share` of the products are let through; `is_opposed`: those least like what is asked for."""

    share: float
    is_opposed: bool = False

    @property
    def name(self) -> str:
        if self.share == 1:
            return "no filter"
        return f"{self.share:.1%}, {'opposed' if self.is_opposed else 'independent'}"

    @property
    def filters(self) -> ProductFilters:
        if self.share == 1:
            return ProductFilters()
        if self.is_opposed:
            return ProductFilters(types=OPPOSITE[: len(SHARES) - SHARES.index(self.share)])
        return ProductFilters(price_max=round(self.share * MOST))

    def matching(self, shop: Shop) -> NDArray[np.bool_]:
        if self.share == 1:
            return np.ones(shop.size, bool)
        if self.is_opposed:
            return shop.places < len(SHARES) - SHARES.index(self.share)
        return shop.prices <= round(self.share * MOST)


CASES = [Case(1.0), *(Case(share, opposed) for opposed in (False, True) for share in SHARES)]


def queries(looks: Looks, shop: Shop, count: int, *, opposed: bool) -> NDArray[np.float16]:
    """Looks that are not in the shop; opposed ones are the nearest to its `direction`."""
    drawn, _ = looks.draw(count * (50 if opposed else 1), np.random.default_rng(99))
    candidates = drawn[:, 0]
    if opposed:
        candidates = candidates[np.argsort(-(candidates @ shop.direction))[:count]]
    return candidates.astype(np.float16)
