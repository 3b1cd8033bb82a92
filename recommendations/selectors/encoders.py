"""Which encoder the shop searches with."""

from ..models import Encoder


def active_encoder() -> Encoder:
    """Asked anew by each request, so that a change reaches every process with its next one.

    Raises UnknownEncoder, EncoderArtefactError.
    """
    return Encoder.objects.active()
