"""What somebody likes, from what was done: several tastes, not one mean. Pure functions."""

from .clusters import Taste, tastes
from .deeds import Deed, Did, liking
from .mixing import VARIETY, explored, mixed

__all__ = ["VARIETY", "Deed", "Did", "Taste", "explored", "liking", "mixed", "tastes"]
