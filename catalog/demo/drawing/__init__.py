"""Goods drawn as SVG and rendered to pictures: no photograph, no download, the same bytes every time."""

from .look import Look, Pattern, View
from .picture import DRAWN_TYPES, draw

__all__ = ["DRAWN_TYPES", "Look", "Pattern", "View", "draw"]
