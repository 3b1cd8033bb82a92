"""How close a match is, in words: what its similarity was found to mean on pictures with known answers.

`manage.py fit_strength` fits a scale for an encoder and writes it on its card (docs/encoder.md).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from math import exp
from typing import Any

from django.conf import settings

from .encoders import EncoderCard, encoder_cards

LABELS_KEPT = 3
"""So many of a photo's likeliest labels are kept with a search."""


class Strength(StrEnum):
    """From the closest to the farthest."""

    SAME_ITEM = "same_item"
    """Most likely the very thing, or its twin."""
    VERY_CLOSE = "very_close"
    """Most likely of the same type and colour."""
    SIMILAR = "similar"
    """Most likely of the same type."""
    NOTHING_CLOSE = "nothing_close"


@dataclass(frozen=True)
class Level:
    """The chance that a match deserves a strength: 1 / (1 + exp(−(slope · similarity + intercept))).

    `by_type`: intercepts of the types (as the query's photo was read) that enough was known of.
    """

    slope: float
    intercept: float
    by_type: Mapping[str, float] = field(default_factory=dict)

    def chance(self, similarity: float, kind: str = "") -> float:
        power = self.slope * similarity + self.by_type.get(kind, self.intercept)
        return 1 / (1 + exp(-max(-60.0, min(60.0, power))))


@dataclass(frozen=True)
class Scale:
    """An encoder's levels; none for NOTHING_CLOSE, which is what is left."""

    levels: Mapping[Strength, Level]

    def strength(self, similarity: float, kind: str = "") -> Strength:
        """The closest one that a match of this similarity more likely deserves than not."""
        for strength, level in self.levels.items():
            if level.chance(similarity, kind) >= 0.5:
                return strength
        return Strength.NOTHING_CLOSE

    @classmethod
    def of_card(cls, facts: Mapping[str, Any]) -> "Scale":
        levels = {
            strength: Level(fitted["slope"], fitted["intercept"], fitted["by_type"])
            for strength in Strength
            if (fitted := facts.get(strength.value))
        }
        return cls(levels)

    def as_facts(self) -> dict[str, Any]:
        """For the card."""
        return {
            strength.value: {
                "slope": round(level.slope, 4),
                "intercept": round(level.intercept, 4),
                "by_type": {kind: round(value, 4) for kind, value in sorted(level.by_type.items())},
            }
            for strength, level in self.levels.items()
        }


def strength_of(
    similarity: float, *, encoder_key: str, kind: str = "", between_products: bool = False
) -> Strength | None:
    """Of a match of a shopper's photo, or of a product; `kind` is the type of what is asked.

    None where nothing was fitted for this encoder: then nothing is said.
    """
    scale = _scale(encoder_key, between_products)
    return scale.strength(similarity, kind) if scale else None


def is_recognised(shares: Iterable[float], *, encoder_key: str) -> bool:
    """Whether a photo shows goods at all: `shares` are the probabilities of its likeliest types.

    What is none is a little like many types: the likeliest few add up to less than they do for goods.
    """
    card = _card(encoder_key)
    return card is None or sum(shares) >= card.recognised_from


@lru_cache(maxsize=16)
def _scale(encoder_key: str, between_products: bool) -> Scale | None:
    card = _card(encoder_key)
    if card is None:
        return None
    facts = card.product_strength if between_products else card.strength
    return Scale.of_card(facts) if facts else None


@lru_cache(maxsize=16)
def _card(encoder_key: str) -> EncoderCard | None:
    return encoder_cards(settings.VITRINE_ENCODER_DIRS).get(encoder_key)
