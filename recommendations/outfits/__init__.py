"""What goes with what: parts of an outfit, and colours beside each other. Pure functions."""

from .harmony import harmony
from .parts import companions_of, part_of

__all__ = ["companions_of", "harmony", "part_of"]
