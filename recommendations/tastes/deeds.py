"""How much each thing that a shopper did tells of what is liked."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

HALF_LIFE_DAYS = 14.0
MOST_PRODUCTS = 60
"""Those that tell most: a history of thousands is no taste but a programme's."""


class Did(StrEnum):
    BOUGHT = "bought"
    ADDED = "added"
    WISHED = "wished"
    CLICKED = "clicked"
    SEEN = "seen"


WORTH = {Did.BOUGHT: 4.0, Did.ADDED: 3.0, Did.WISHED: 2.5, Did.CLICKED: 1.0, Did.SEEN: 0.05}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing done with a product, so many days ago."""

    product_id: int
    did: Did
    age_days: float


def liking(deeds: Iterable[Deed]) -> dict[int, float]:
    """By product, of MOST_PRODUCTS at most, the most liked first.

    Each kind of deed counts once a product, however often it was done, and half as much each HALF_LIFE_DAYS.
    """
    best: dict[tuple[int, Did], float] = {}
    for deed in deeds:
        worth = WORTH[deed.did] * 0.5 ** (max(0.0, deed.age_days) / HALF_LIFE_DAYS)
        key = (deed.product_id, deed.did)
        best[key] = max(best.get(key, 0.0), worth)
    sums: dict[int, float] = {}
    for (product_id, _), worth in best.items():
        sums[product_id] = sums.get(product_id, 0.0) + worth
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_PRODUCTS])
