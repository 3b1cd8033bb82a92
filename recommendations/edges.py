"""The searched part of a photo as a form has it: four edges, in per cent of the photo's width and height."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.imaging import Box, BoxError

EDGES = ("left", "top", "right", "bottom")
REGION_FIELD = "region"
_HUNDRED = 100


@dataclass(frozen=True)
class Edges:
    left: int
    top: int
    right: int
    bottom: int

    @classmethod
    def of(cls, box: Box) -> "Edges":
        right, bottom = box.x + box.width, box.y + box.height
        return cls(*(round(_HUNDRED * value) for value in (box.x, box.y, right, bottom)))

    @property
    def box(self) -> Box:
        """Raises BoxError."""
        return _box(self.left, self.top, self.right, self.bottom)

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def is_whole(self) -> bool:
        return self.width == self.height == _HUNDRED

    def __str__(self) -> str:
        """As the field `region` has them."""
        return f"{self.left},{self.top},{self.right},{self.bottom}"


def box_from(data: Mapping[str, str]) -> Box | None:
    """The box that a form asks for, None if it leaves that to us. Raises BoxError.

    `region` holds all four edges and goes before the fields of one edge each: it is the choice just made.
    """
    if "whole" in data:
        return Box.whole()
    if region := data.get(REGION_FIELD, "").strip():
        return _box_of(region.split(","))
    texts = [data.get(edge, "").strip() for edge in EDGES]
    return _box_of(texts) if any(texts) else None


def _box_of(texts: Sequence[str]) -> Box:
    if len(texts) != len(EDGES):
        raise BoxError("not_edges")
    return _box(*map(_number, texts))


def _box(left: float, top: float, right: float, bottom: float) -> Box:
    left, top, right, bottom = (value / _HUNDRED for value in (left, top, right, bottom))
    return Box(left, top, right - left, bottom - top)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise BoxError("not_edges") from None
    if not math.isfinite(number):
        raise BoxError("not_edges")
    return number
