"""A product's score, that can be taken apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from .facts import Facts, Wanted
from .terms import TERMS
from .weights import Weights

BOOST = "boost"


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """`parts`: what each term adds to the total, by its name; without a boost, 0 to 1 together."""

    facts: Facts
    parts: Mapping[str, float]

    @property
    def total(self) -> float:
        return sum(self.parts.values())


def score(found: Facts, wanted: Wanted, weights: Weights, *, boost: float = 0.0) -> Ranked:
    """`boost` is added as it is: 0.1 lifts a product past those that are up to a tenth better."""
    whole = sum(weights.values())
    parts = {name: weights[name] / whole * term(found, wanted) for name, term in TERMS.items()}
    return Ranked(found, {**parts, BOOST: boost} if boost else parts)
