"""Encoders: pictures in, unit vectors and label scores out. No Django model and no TensorFlow here."""

from recommendations.encoders.base import Encoder, EncoderArtefactError, EncoderCard, Encoding
from recommendations.encoders.pool import EncoderBusy, EncoderPool, shared_pool
from recommendations.encoders.registry import (
    DEFAULT,
    UnknownEncoder,
    card_folder,
    encoder_cards,
    load_encoder,
)

__all__ = [
    "DEFAULT",
    "Encoder",
    "EncoderArtefactError",
    "EncoderBusy",
    "EncoderCard",
    "EncoderPool",
    "Encoding",
    "UnknownEncoder",
    "card_folder",
    "encoder_cards",
    "load_encoder",
    "shared_pool",
]
