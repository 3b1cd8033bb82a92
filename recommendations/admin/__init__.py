"""What the merchant sees of the vectors: on each product, and by itself."""

from .embeddings import ImageEmbeddingAdmin
from .encoders import EncoderAdmin
from .interactions import InteractionAdmin
from .products import LookProductAdmin
from .rules import RuleAdmin

__all__ = ["EncoderAdmin", "ImageEmbeddingAdmin", "InteractionAdmin", "LookProductAdmin", "RuleAdmin"]
