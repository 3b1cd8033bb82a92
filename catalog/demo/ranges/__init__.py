"""What the demo shop sells, department by department."""

from .accessories import accessories
from .kids import kids
from .men import men
from .style import Style
from .women import women

STYLES: tuple[Style, ...] = (*women(), *men(), *kids(), *accessories())

__all__ = ["STYLES", "Style"]
