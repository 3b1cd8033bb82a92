"""What looks alike: encoders, the gallery's embeddings, shoppers' photo queries, and what came of it all."""

from .embedding import EmbeddingState, ImageEmbedding
from .encoder import Encoder, EncoderSwitch
from .interaction import Interaction, InteractionKind
from .photo_demand import PhotoDemand
from .photo_query import PhotoQuery
from .rule import MerchandisingRule, RuleKind

__all__ = [
    "EmbeddingState",
    "Encoder",
    "EncoderSwitch",
    "ImageEmbedding",
    "Interaction",
    "InteractionKind",
    "MerchandisingRule",
    "PhotoDemand",
    "PhotoQuery",
    "RuleKind",
]
