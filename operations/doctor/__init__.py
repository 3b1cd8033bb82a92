"""What is wrong with this installation, each thing in a sentence that says what to do."""

from .examination import examine
from .finding import Finding, Level

__all__ = ["Finding", "Level", "examine"]
