"""The same goods twice: another size or colour name of one item, or one photograph under two names."""

from collections.abc import Sequence

import numpy as np

from .facts import Facts
from .score import Ranked

SAME_SHOT = 0.985
"""Cosine from which two pictures of one type show the same thing."""


def collapsed(products: Sequence[Ranked], *, beside: Sequence[Ranked] = ()) -> list[Ranked]:
    """Only the first of each kind of twins, in their order; none that has its twin in `beside`."""
    everything = [*beside, *products]
    if not everything:
        return []
    vectors = np.stack([product.facts.vector for product in everything])
    alike = vectors @ vectors.T
    kept = list(range(len(beside)))
    for row in range(len(beside), len(everything)):
        facts = everything[row].facts
        if not any(are_twins(facts, everything[other].facts, alike[row, other]) for other in kept):
            kept.append(row)
    return [everything[row] for row in kept[len(beside) :]]


def are_twins(one: Facts, other: Facts, similarity: float) -> bool:
    if one.product_type != other.product_type:
        return False
    same_colour = bool(one.colours & other.colours) or not (one.colours or other.colours)
    same_title = bool(one.title) and _plain(one.title) == _plain(other.title)
    return same_colour and (same_title or similarity >= SAME_SHOT)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
