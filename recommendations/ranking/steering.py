"""What the merchant asks of a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .score import Ranked


@dataclass(frozen=True)
class Steering:
    """Ids of products: `hidden` never come, `pinned` come first in this order if they were found at all,
    or at their `places`, which count from 1; `boosts` (about −0.3 to 0.3) move a product up or down."""

    hidden: frozenset[int] = frozenset()
    pinned: tuple[int, ...] = ()
    boosts: Mapping[int, float] = field(default_factory=dict)
    places: Mapping[int, int] = field(default_factory=dict)


def in_place(pinned: Sequence[Ranked], others: Sequence[Ranked], places: Mapping[int, int]) -> list[Ranked]:
    """The others with the pinned ones put among them; what has no place of its own stands first, in order."""
    row = list(others)
    wanted = [(places.get(one.facts.product_id, turn), one) for turn, one in enumerate(pinned, start=1)]
    for place, one in sorted(wanted, key=lambda pair: pair[0]):
        row.insert(place - 1, one)
    return row
