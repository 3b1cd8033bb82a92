"""One thing that was looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """`WARNING`: works, and had better be changed. `PROBLEM`: something of the shop does not work."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True)
class Finding:
    """`text` says what is the case, and for what is not fine, what to do."""

    check: str
    level: Level
    text: str


def fine(check: str, text: str) -> Finding:
    return Finding(check, Level.FINE, text)


def warning(check: str, text: str) -> Finding:
    return Finding(check, Level.WARNING, text)


def problem(check: str, text: str) -> Finding:
    return Finding(check, Level.PROBLEM, text)
