"""Filters that a photo suggests, from the labels that its encoder read."""

from collections.abc import Collection, Mapping, Sequence

from catalog.forms import Selection
from catalog.selectors import Facets

from .refinements import IN_STOCK

CONFIDENT = {"type": 0.6, "colour": 0.8}
"""Probability from which a label is applied as a filter of its own accord; not calibrated."""
LIKELY = 0.15
"""Probability from which a label is offered as a filter; not calibrated."""

Labels = Mapping[str, Sequence[tuple[str, float]]]
"""As PhotoQuery keeps them: for each head its likeliest values with their probabilities."""


def guesses(labels: Labels, sold: Facets) -> dict[str, str]:
    """A value a filter: what the shopper surely means, of what the shop sells; and that it can be bought."""
    found = {"in_stock": IN_STOCK}
    for head, threshold in CONFIDENT.items():
        for value, probability in labels.get(head, ())[:1]:
            if probability >= threshold and value in _values(sold, head):
                found[head] = value
    return found


def suggestions(labels: Labels, sold: Facets, applied: Collection[str]) -> list[Selection]:
    """Likely labels to filter by, where no filter of that name is applied."""
    return [
        Selection(head, value, value)
        for head in CONFIDENT
        if head not in applied
        for value, probability in labels.get(head, ())
        if probability >= LIKELY and value in _values(sold, head)
    ]


def _values(sold: Facets, head: str) -> set[str]:
    return {facet.value for facet in sold.by_field()[head]}
