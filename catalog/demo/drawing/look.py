"""What a drawing is asked to look like."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_Choice = TypeVar("_Choice")


class Pattern(StrEnum):
    SOLID = "Solid"
    STRIPED = "Striped"
    CHECKED = "Checked"
    DOTTED = "Dotted"
    BLOCK = "Colour block"


class View(StrEnum):
    FRONT = "front"
    DETAIL = "detail"


@dataclass(frozen=True)
class Look:
    """`seed` decides everything that is left open: a cut, a ground, a trim. Colours are `#rrggbb`."""

    seed: str
    colour: str
    accent: str
    pattern: Pattern = Pattern.SOLID

    def between(self, low: float, high: float, what: str) -> float:
        """A number for one decision, `what`; another decision draws another number."""
        return low + (high - low) * self._number(what) / 2**32

    def one_of(self, choices: Sequence[_Choice], what: str) -> _Choice:
        return choices[self._number(what) % len(choices)]

    def _number(self, what: str) -> int:
        drawn = hashlib.sha256(f"{self.seed}:{what}".encode()).digest()
        return int.from_bytes(drawn[:4])
