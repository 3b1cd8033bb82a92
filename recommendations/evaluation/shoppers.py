"""Shoppers whose tastes are known: by what the catalogue calls things, not by how an encoder sees them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recommendations.tastes import Deed, Did
from recommendations.training.datasets import ProductShot

TASTES = 3
DEEDS = (4, 16)
"""At least and at most, the one that is left out among them."""
NOISE = 0.2
"""Share of deeds with products of no taste."""
FEWEST = 8
"""Products that a taste needs, to be one."""
DAYS = 30.0
_KINDS = (Did.CLICKED, Did.WISHED, Did.ADDED, Did.BOUGHT)
_KIND_SHARES = (0.7, 0.1, 0.13, 0.07)


@dataclass(frozen=True)
class Shopper:
    """`deeds` without the last, which was with product `left_out`.

    `liked`: which of all products, (products,); None where that is not known.
    """

    deeds: Sequence[Deed]
    left_out: int
    liked: NDArray[np.bool_] | None = None


def draw_shoppers(shots: Sequence[ProductShot], count: int, seed: int = 0) -> list[Shopper]:
    """Each with one to TASTES tastes of a type, a colour and a gender. Products are rows of `shots`."""
    rng = np.random.default_rng(seed)
    members: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for row, shot in enumerate(shots):
        members[shot.type, shot.colour, shot.gender].append(row)
    tastes = [rows for rows in members.values() if len(rows) >= FEWEST]
    return [_shopper(tastes, len(shots), rng) for _ in range(count)] if tastes else []


def _shopper(tastes: Sequence[list[int]], products: int, rng: np.random.Generator) -> Shopper:
    how_many = min(len(tastes), int(rng.integers(1, TASTES + 1)))
    chosen = [tastes[n] for n in rng.choice(len(tastes), how_many, replace=False)]
    liked = np.zeros(products, bool)
    liked[[row for rows in chosen for row in rows]] = True
    strength = rng.dirichlet(np.ones(len(chosen)))
    count = int(rng.integers(DEEDS[0], DEEDS[1] + 1))
    ages = np.sort(rng.uniform(0, DAYS, count))[::-1]
    deeds = []
    for age in ages:
        rows = chosen[rng.choice(len(chosen), p=strength)]
        row = int(rng.integers(products) if rng.random() < NOISE else rng.choice(rows))
        deeds.append(Deed(row, _KINDS[rng.choice(len(_KINDS), p=_KIND_SHARES)], float(age)))
    seen = {deed.product_id for deed in deeds}
    rows = chosen[rng.choice(len(chosen), p=strength)]
    fresh = [row for row in rows if row not in seen] or rows
    return Shopper(deeds, int(rng.choice(fresh)), liked)
