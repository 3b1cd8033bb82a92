"""Which encoder the shop searches with."""

from functools import lru_cache

from django.conf import settings

from ..encoders import encoder_cards
from ..models import Encoder


def active_encoder() -> Encoder:
    """Asked anew by each request, so that a change reaches every process with its next one.

    Raises UnknownEncoder, EncoderArtefactError.
    """
    return Encoder.objects.active()


@lru_cache(maxsize=16)
def looks_from(encoder_key: str) -> int:
    """How many of the first numbers of its vectors tell labels; 0 where no card says so."""
    card = encoder_cards(settings.VITRINE_ENCODER_DIRS).get(encoder_key)
    return card.looks_from if card else 0
