"""Why a folder, or one row of its table, cannot be imported."""

from dataclasses import dataclass


class CatalogueFileError(Exception):
    """The folder or its table as a whole cannot be read; the text says what to change."""


class RowError(ValueError):
    """A row that cannot be imported; the text is its reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True)
class Reject:
    """A line of the table that was left out. The header is line 1."""

    line: int
    reason: str

    @property
    def last_line(self) -> int:
        return self.line

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"
