"""How well products are chosen for shoppers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recommendations.evaluation.figures import Figure, mean_figure
from recommendations.evaluation.recommenders import LIMIT, Recommenders
from recommendations.evaluation.shoppers import Shopper
from recommendations.ranking import Vector

_DISCOUNTS = 1 / np.log2(np.arange(LIMIT) + 2)


@dataclass(frozen=True)
class Measured:
    """`hits`: whether what was left out is among LIMIT; `ndcg` of what is to the known tastes, None without.

    `diversity` is the mean distance of a row's products from each other, `coverage` the share of the
    catalogue that any row shows.
    """

    hits: Figure | None
    ndcg: Figure | None
    diversity: Figure | None
    coverage: float


def measure(vectors: Vector, shoppers: Sequence[Shopper]) -> Mapping[str, Measured]:
    """By recommender. Raises ValueError without a shopper."""
    if not shoppers:
        raise ValueError("There is no shopper with a history to go by.")
    recommenders = Recommenders(vectors, shoppers)
    return {
        name: _measured(vectors, shoppers, [recommend(shopper) for shopper in shoppers])
        for name, recommend in recommenders.by_name().items()
    }


def _measured(vectors: Vector, shoppers: Sequence[Shopper], rows: Sequence[Sequence[int]]) -> Measured:
    pairs = list(zip(shoppers, rows, strict=True))
    known = [_ndcg(shopper, shopper.liked, row) for shopper, row in pairs if shopper.liked is not None]
    return Measured(
        hits=_figure([float(shopper.left_out in row) for shopper, row in pairs]),
        ndcg=_figure(known),
        diversity=_figure([_diversity(vectors, row) for row in rows]),
        coverage=len({product for row in rows for product in row}) / len(vectors),
    )


def _ndcg(shopper: Shopper, liked: NDArray[np.bool_], row: Sequence[int]) -> float:
    gains = liked[list(row)].astype(float) if row else np.zeros(0)
    there = sum(bool(liked[product]) for product in {deed.product_id for deed in shopper.deeds})
    best = min(LIMIT, int(liked.sum()) - there)
    return float(gains @ _DISCOUNTS[: len(gains)] / _DISCOUNTS[:best].sum()) if best else 0.0


def _diversity(vectors: Vector, row: Sequence[int]) -> float:
    if len(row) < 2:
        return 0.0
    alike = vectors[list(row)] @ vectors[list(row)].T
    return float(1 - (alike.sum() - len(row)) / (len(row) * (len(row) - 1)))


def _figure(values: Sequence[float]) -> Figure | None:
    return mean_figure(np.array(values, np.float64))
