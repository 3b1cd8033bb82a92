"""What looks alike: encoders, the gallery's embeddings, and shoppers' photo queries."""

from .embedding import EmbeddingState, ImageEmbedding
from .encoder import Encoder
from .photo_query import PhotoQuery

__all__ = ["EmbeddingState", "Encoder", "ImageEmbedding", "PhotoQuery"]
