"""Writes: embeddings, their indexes, photo queries."""
