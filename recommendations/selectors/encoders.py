"""Which encoder the shop searches with."""

from functools import lru_cache

from django.conf import settings

from ..encoders import EncoderCard, encoder_cards
from ..models import Encoder


def active_encoder() -> Encoder:
    """Asked anew by each request, so that a change reaches every process with its next one.

    Raises UnknownEncoder, EncoderArtefactError.
    """
    return Encoder.objects.active()


def looks_from(encoder_key: str) -> int:
    """How many of the first numbers of its vectors tell labels; 0 where no card says so."""
    card = _card(encoder_key)
    return card.looks_from if card else 0


def tells_patches(encoder_key: str) -> bool:
    """Whether it says of each patch of a picture what it makes of it."""
    card = _card(encoder_key)
    return bool(card and card.patches)


@lru_cache(maxsize=16)
def _card(encoder_key: str) -> EncoderCard | None:
    return encoder_cards(settings.VITRINE_ENCODER_DIRS).get(encoder_key)
