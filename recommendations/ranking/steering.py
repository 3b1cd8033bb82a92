"""What the merchant asks of a list."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Steering:
    """Ids of products: `hidden` never come, `pinned` come first in this order if they were found at all,
    `boosts` (about −0.3 to 0.3) move a product up or down."""

    hidden: frozenset[int] = frozenset()
    pinned: tuple[int, ...] = ()
    boosts: Mapping[int, float] = field(default_factory=dict)
