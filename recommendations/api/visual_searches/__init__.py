"""Searches by photo: begun with an upload, then looked at, narrowed and paged without it, and forgotten."""

from .views import VisualSearchesView, VisualSearchView

__all__ = ["VisualSearchView", "VisualSearchesView"]
