"""What somebody likes, from what was done: several tastes, not one mean. Pure functions."""

from .clusters import Taste, tastes
from .deeds import Deed, Did, liking
from .mixing import mixed

__all__ = ["Deed", "Did", "Taste", "liking", "mixed", "tastes"]
