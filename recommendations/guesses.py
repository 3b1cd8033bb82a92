"""Filters that a photo suggests, from the labels that its encoder read and from what looks like it."""

from collections.abc import Collection, Mapping, Sequence

from catalog.forms import Selection
from catalog.selectors import Facets

from .departments import DEPARTMENTS
from .refinements import IN_STOCK

CONFIDENT = {"type": 0.6, "colour": 0.8}
"""Probability from which a label is applied as a filter of its own accord; not calibrated."""
LIKELY = 0.15
"""Probability from which a label is offered as a filter; not calibrated."""

Labels = Mapping[str, Sequence[tuple[str, float]]]
"""As PhotoQuery keeps them: for each head its likeliest values with their probabilities."""


def guesses(labels: Labels, sold: Facets) -> dict[str, tuple[str, ...]]:
    """Values of each filter: what the shopper surely means, of what is sold; and that it can be bought."""
    found: dict[str, tuple[str, ...]] = {"in_stock": (IN_STOCK,)}
    for head, threshold in CONFIDENT.items():
        for value, probability in labels.get(head, ())[:1]:
            if probability >= threshold and value in _values(sold, head):
                found[head] = (value,)
    return found


def alternatives(labels: Labels, sold: Facets, head: str, applied: Collection[str]) -> list[Selection]:
    """What a photo may show, of what the shop sells: the likely values of a head, and those applied."""
    likely = [value for value, probability in labels.get(head, ()) if probability >= LIKELY]
    shown = dict.fromkeys((*likely, *applied)) if likely else {}
    return [Selection(head, value, value) for value in shown if value in _values(sold, head)]


def likeliest(labels: Labels, head: str) -> str:
    """Its best value if it is likely at all, else nothing."""
    return next((value for value, probability in labels.get(head, ())[:1] if probability >= LIKELY), "")


def genders_of(department: str, sold: Facets) -> tuple[str, ...]:
    """Whose goods a department holds, of those that are sold, in the order of the filter."""
    return tuple(facet.value for facet in sold.genders if facet.value in DEPARTMENTS[department])


def _values(sold: Facets, head: str) -> set[str]:
    return {facet.value for facet in sold.by_field()[head]}
