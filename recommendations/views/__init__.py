"""One domain call each, then a page or a fragment."""

from .for_you import for_you, for_you_clear
from .manifest import manifest
from .outfit import cart_outfit, outfit
from .photo_patch import photo_patch
from .photo_query import photo_query, photo_query_forget
from .similar import similar
from .visual_search import shared_photo, visual_search

__all__ = [
    "cart_outfit",
    "for_you",
    "for_you_clear",
    "manifest",
    "outfit",
    "photo_patch",
    "photo_query",
    "photo_query_forget",
    "shared_photo",
    "similar",
    "visual_search",
]
