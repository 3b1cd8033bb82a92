"""How much each term counts."""

from collections.abc import Mapping
from math import isfinite

from .terms import TERMS

Weights = Mapping[str, float]

DEFAULTS: Weights = {
    "look": 1.0,
    "type": 0.2,
    "colour": 0.1,
    "gender": 0.1,
    "price": 0.04,
    "newness": 0.01,
    "stock": 0.01,
}
"""docs/ranking.md says what was measured."""


class UnknownTerm(ValueError):  # noqa: N818 - it says what is the case
    """A weight of no term, or one that is no number from 0 on."""


def weights(changed: Weights) -> Weights:
    """The defaults with some changed; at least one is over 0. Raises UnknownTerm."""
    for name, value in changed.items():
        if name not in TERMS:
            raise UnknownTerm(f"There is no term {name!r} to rank by: they are {', '.join(TERMS)}.")
        if not isfinite(value) or value < 0:
            raise UnknownTerm(f"The weight of {name} is a number from 0 on, not {value}.")
    merged = {**DEFAULTS, **changed}
    if not any(merged.values()):
        raise UnknownTerm("One term at least must count.")
    return merged
