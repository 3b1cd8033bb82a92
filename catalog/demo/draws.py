"""Choices that look random and are the same every time."""

import hashlib
from dataclasses import dataclass
from typing import Final, TypeVar

_RANGE: Final = 2**32
Chosen = TypeVar("Chosen")


@dataclass(frozen=True)
class Draws:
    """Depend on the seed and on what they are for, and on nothing else."""

    seed: str

    def below(self, end: int, what: str) -> int:
        return self._number(what) * end // _RANGE

    def between(self, low: float, high: float, what: str) -> float:
        return low + (high - low) * self._number(what) / _RANGE

    def one_of(self, choices: tuple[Chosen, ...], what: str) -> Chosen:
        return choices[self.below(len(choices), what)]

    def _number(self, what: str) -> int:
        drawn = hashlib.sha256(f"{self.seed}:{what}".encode()).digest()
        return int.from_bytes(drawn[:4])
