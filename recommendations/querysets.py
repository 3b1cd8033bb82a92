"""Chainable filters of the embedding tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db.models import F, QuerySet

from .encoders import EncoderCard, UnknownEncoder, encoder_cards

if TYPE_CHECKING:
    from .models import Encoder, ImageEmbedding  # noqa: F401 (used in quoted bases)


class EncoderQuerySet(QuerySet["Encoder"]):
    def ensure(self, key: str) -> Encoder:
        """The record of the artefact that has this key now, made when it is new. Raises UnknownEncoder."""
        cards = encoder_cards(settings.VITRINE_ENCODER_DIRS)
        if key not in cards:
            raise UnknownEncoder(key, cards)
        return self.for_card(cards[key])

    def for_card(self, card: EncoderCard) -> Encoder:
        """The record of exactly this artefact, made when it is new."""
        defaults = {"dimension": card.dimension}
        return self.get_or_create(key=card.key, digest=card.digest, defaults=defaults)[0]


class ImageEmbeddingQuerySet(QuerySet["ImageEmbedding"]):
    def of(self, encoder: Encoder) -> Self:
        return self.filter(encoder=encoder)

    def current(self) -> Self:
        """Rows that speak of the bytes their image has now."""
        return self.filter(source_digest=F("image__digest"))

    def ready(self) -> Self:
        return self.filter(state="ready")
