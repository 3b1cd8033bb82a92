"""Chainable filters of the embedding tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db.models import F, QuerySet

if TYPE_CHECKING:
    from .models import Encoder, ImageEmbedding


class EncoderQuerySet(QuerySet["Encoder"]):
    def ensure(self, key: str) -> Encoder:
        """The record of the artefact that `key` names now, made when it is new. Raises UnknownEncoder."""
        from .encoders.registry import encoder_cards

        card = encoder_cards()[key]
        return self.get_or_create(key=key, digest=card.digest, defaults={"dimension": card.dimension})[0]


class ImageEmbeddingQuerySet(QuerySet["ImageEmbedding"]):
    def of(self, encoder: Encoder) -> Self:
        return self.filter(encoder=encoder)

    def current(self) -> Self:
        """Rows that speak of the bytes their image has now."""
        return self.filter(source_digest=F("image__digest"))

    def ready(self) -> Self:
        return self.filter(state="ready")
