"""The part of a photo to look at."""

import math
from dataclasses import dataclass
from typing import Final, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SMALLEST: Final = 0.05
"""Least width and height, as a fraction of the picture; the page itself offers no box under 0.1."""

_ROUNDING: Final = 1e-3
_SENTENCES: Final[dict[str, str | Promise]] = {
    "not_a_box": _("The area must be four numbers from 0 to 1: left, top, width, height."),
    "not_edges": _("The area must be four numbers from 0 to 100: left, top, right and bottom edge."),
    "outside": _("The area lies outside the photo. Move it back over the photo."),
    "inverted": _("The area has no width or height. Draw it again."),
    "tiny": _("The area is too small to compare. Make it larger."),
}


class BoxError(ValueError):
    """A box that cannot be cropped to. `code` is a key of the table above, `str()` its sentence."""

    status = 422

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def __str__(self) -> str:
        return str(_SENTENCES[self.code])


@dataclass(frozen=True)
class Box:
    """A rectangle of the upright picture; left, top, width and height as fractions from 0 to 1.

    Rounding up to 0.001 beyond an edge is forgiven and clamped. Raises BoxError.
    """

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        _check(self.x, self.y, self.width, self.height)
        left, right = _clamped(self.x, self.width)
        top, bottom = _clamped(self.y, self.height)
        for name, value in (("x", left), ("y", top), ("width", right - left), ("height", bottom - top)):
            object.__setattr__(self, name, value)

    @classmethod
    def whole(cls) -> Self:
        """The whole picture."""
        return cls(0.0, 0.0, 1.0, 1.0)

    @classmethod
    def from_fractions(cls, x: object, y: object, width: object, height: object) -> Self:
        """A box from numbers or texts of unknown origin, as a form or JSON has them. Raises BoxError."""
        return cls(*(_number(value) for value in (x, y, width, height)))

    @classmethod
    def parse(cls, text: str) -> Self:
        """A box from "x,y,width,height", as a link has it. Raises BoxError."""
        parts = text.split(",")
        if len(parts) != 4:
            raise BoxError("not_a_box")
        return cls.from_fractions(*parts)

    @property
    def is_whole(self) -> bool:
        """Whether the box covers all of the picture."""
        return self.width >= 1 and self.height >= 1

    def __str__(self) -> str:
        return ",".join(f"{value:.4f}" for value in (self.x, self.y, self.width, self.height))

    def in_pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """Left, top, right, bottom in a picture of this size, at least one pixel apart."""
        left, right = _span(self.x, self.width, width)
        top, bottom = _span(self.y, self.height, height)
        return left, top, right, bottom


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise BoxError("not_a_box")
    try:
        return float(value)
    except (ValueError, OverflowError):
        raise BoxError("not_a_box") from None


def _check(x: float, y: float, width: float, height: float) -> None:
    if not all(map(math.isfinite, (x, y, width, height))):
        raise BoxError("not_a_box")
    if width <= 0 or height <= 0:
        raise BoxError("inverted")
    if min(x, y) < -_ROUNDING or max(x + width, y + height) > 1 + _ROUNDING:
        raise BoxError("outside")
    if min(width, height) < SMALLEST:
        raise BoxError("tiny")


def _clamped(start: float, length: float) -> tuple[float, float]:
    return max(0.0, start), min(1.0, start + length)


def _span(start: float, length: float, pixels: int) -> tuple[int, int]:
    first = min(round(start * pixels), pixels - 1)
    return first, min(pixels, max(first + 1, round((start + length) * pixels)))
