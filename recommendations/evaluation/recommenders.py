"""Ways to choose products for a shopper: the shop's, and the simple ones that it must beat."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from recommendations.evaluation.shoppers import Shopper
from recommendations.ranking import Facts, Vector, Wanted, ranked
from recommendations.ranking.rank import POOL
from recommendations.tastes import VARIETY, explored, liking, mixed, tastes

LIMIT = 24
Recommender = Callable[[Shopper], list[int]]


class Recommenders:
    """Over products with `vectors` (n, dimension) of length one, and the deeds of all shoppers."""

    def __init__(self, vectors: Vector, shoppers: Sequence[Shopper]) -> None:
        self.vectors = vectors
        counts = np.zeros(len(vectors))
        for shopper in shoppers:
            np.add.at(counts, list({deed.product_id for deed in shopper.deeds}), 1)
        self._popular = [int(row) for row in np.argsort(-counts, kind="stable")]

    def by_name(self) -> dict[str, Recommender]:
        return {
            "several tastes (the shop's)": self.several_tastes,
            "single mean": self.single_mean,
            "last item": self.last_item,
            "popularity": self.popularity,
        }

    def popularity(self, shopper: Shopper) -> list[int]:
        known = _known(shopper)
        return [row for row in self._popular[: LIMIT + len(known)] if row not in known][:LIMIT]

    def last_item(self, shopper: Shopper) -> list[int]:
        return self._near(self.vectors[shopper.deeds[-1].product_id], shopper)[:LIMIT]

    def single_mean(self, shopper: Shopper) -> list[int]:
        liked = liking(shopper.deeds)
        mean = sum((weight * self.vectors[row] for row, weight in liked.items()), np.float32(0))
        return self._near(np.asarray(mean, np.float32), shopper)[:LIMIT]

    def several_tastes(self, shopper: Shopper) -> list[int]:
        liked = liking(shopper.deeds)
        found = tastes({row: self.vectors[row] for row in liked}, liked)
        rows = [self._varied(taste.vector, shopper) for taste in found]
        ours = mixed(rows, [taste.weight for taste in found], LIMIT)
        return explored(ours, [row for row in self.popularity(shopper) if row not in ours], LIMIT)

    def _varied(self, vector: Vector, shopper: Shopper) -> list[int]:
        pool = self._near(vector, shopper)[: POOL * LIMIT // 2]
        facts = [Facts(row, float(self.vectors[row] @ vector), self.vectors[row]) for row in pool]
        return [
            product.facts.product_id for product in ranked(facts, Wanted(), limit=LIMIT, diversity=VARIETY)
        ]

    def _near(self, vector: Vector, shopper: Shopper) -> list[int]:
        near: NDArray[np.float32] = self.vectors @ vector
        near[list(_known(shopper))] = -np.inf
        best = np.argpartition(-near, min(len(near) - 1, POOL * LIMIT))[: POOL * LIMIT]
        return [int(row) for row in best[np.argsort(-near[best], kind="stable")] if np.isfinite(near[row])]


def _known(shopper: Shopper) -> set[int]:
    return {deed.product_id for deed in shopper.deeds}
