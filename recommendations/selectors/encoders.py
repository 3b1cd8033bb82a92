"""Which encoder the shop searches with."""

from django.conf import settings

from ..models import Encoder


def active_encoder() -> Encoder:
    """The record of the encoder that the settings name, made on first use. Raises UnknownEncoder."""
    return Encoder.objects.ensure(settings.VITRINE_ENCODER)
