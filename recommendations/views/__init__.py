"""One domain call each, then a page or a fragment."""

from .photo_query import photo_query, photo_query_forget
from .similar import similar
from .visual_search import visual_search

__all__ = ["photo_query", "photo_query_forget", "similar", "visual_search"]
