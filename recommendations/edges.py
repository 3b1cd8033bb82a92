"""The searched part of a photo as a form has it: four edges, in per cent of the photo's width and height."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.imaging import Box, BoxError

EDGES = ("left", "top", "right", "bottom")
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
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    @property
    def is_whole(self) -> bool:
        return self.width == self.height == _HUNDRED


def box_from(data: Mapping[str, str]) -> Box:
    """The box that a form asks for: the whole photo if it names no edge. Raises BoxError."""
    texts = [data.get(edge, "").strip() for edge in EDGES]
    if "whole" in data or not any(texts):
        return Box.whole()
    left, top, right, bottom = (_fraction(text) for text in texts)
    return Box(left, top, right - left, bottom - top)


def _fraction(text: str) -> float:
    try:
        return float(text) / _HUNDRED
    except ValueError:
        raise BoxError("not_a_box") from None
