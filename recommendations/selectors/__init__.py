"""Reads that span the catalogue and its vectors."""

from .coverage import Coverage, embedding_coverage
from .encoders import active_encoder
from .matches import Match
from .similar import similar_to
from .vector_search import nearest

__all__ = ["Coverage", "Match", "active_encoder", "embedding_coverage", "nearest", "similar_to"]
