"""What stands before the camera."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

import numpy as np

from .outline import Points
from .piece import Piece

_RANGE: Final = 2**32
Chosen = TypeVar("Chosen")


class Who(StrEnum):
    WOMEN = "women"
    MEN = "men"
    KIDS = "kids"


@dataclass(frozen=True)
class Cut:
    """For whom a model is made, and which of its versions: the same numbers every time."""

    model: str
    who: Who
    version: int

    @property
    def seed(self) -> int:
        return self._number("seed") % 100_000

    def between(self, low: float, high: float, what: str) -> float:
        return low + (high - low) * self._number(what) / _RANGE

    def one_of(self, choices: tuple[Chosen, ...], what: str) -> Chosen:
        return choices[self._number(what) % len(choices)]

    def _number(self, what: str) -> int:
        drawn = hashlib.sha256(f"{self.model}:{self.who}:{self.version}:{what}".encode()).digest()
        return int.from_bytes(drawn[:4])


@dataclass(frozen=True)
class Goods:
    """Pieces from back to front. `hollow` is what one sees of the inside while nobody wears it.

    `focus` is where the detail picture looks, `zoom` how near it comes. What `stands` has a floor under it.
    `fill` is how much of the picture they take up; `framed` are the corners of what must be in it, else all.
    """

    pieces: tuple[Piece, ...]
    focus: tuple[float, float] = (360, 240)
    zoom: float = 2.1
    stands: bool = False
    hollow: tuple[Piece, ...] = ()
    fill: float = 0.86
    framed: tuple[float, float, float, float] | None = None

    @property
    def shapes(self) -> tuple[Points, ...]:
        return tuple(shape for piece in (*self.hollow, *self.pieces) for shape in piece.shapes)

    @property
    def bounds(self) -> tuple[Points, Points]:
        """The upper left and the lower right corner."""
        if self.framed:
            return np.array(self.framed[:2]), np.array(self.framed[2:])
        points = np.concatenate(self.shapes)
        return points.min(axis=0), points.max(axis=0)
