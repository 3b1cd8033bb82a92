"""Outlines of things that are the same left and right, given by their right half."""

from dataclasses import dataclass, field
from typing import Final, Self

CENTRE: Final = 300.0
"""The x of the axis; a picture is 600 wide and 800 high."""

Point = tuple[float, float]


@dataclass
class Half:
    """The right half of an outline, from top to bottom; x counts from the axis."""

    start: Point
    _segments: list[tuple[Point, Point, Point]] = field(default_factory=list)

    def line(self, x: float, y: float) -> Self:
        end = (x, y)
        self._segments.append((self._last, end, end))
        return self

    def curve(self, first: Point, second: Point, end: Point) -> Self:
        """A cubic Bézier curve with its two control points."""
        self._segments.append((first, second, end))
        return self

    def right(self) -> str:
        """The right side alone, as an open path."""
        return _path(self.start, self._segments, 1)

    def shape(self) -> str:
        """The right side closed in itself: a sleeve, a strap."""
        return f"{self.right()} Z"

    def both(self) -> str:
        """The right side and its reflection, as two open paths."""
        return f"{self.right()} {_path(self.start, self._segments, -1)}"

    def closed(self) -> str:
        """Down the right side and up the left: the whole outline."""
        points = [self.start, *(end for _, _, end in self._segments)]
        back = [
            (second, first, points[place])
            for place, (first, second, _) in reversed(list(enumerate(self._segments)))
        ]
        start = points[-1]
        left = _path(start, back, -1).replace("M", "L", 1)
        return f"{self.right()} {left} Z"

    @property
    def _last(self) -> Point:
        return self._segments[-1][2] if self._segments else self.start


def _path(start: Point, segments: list[tuple[Point, Point, Point]], side: int) -> str:
    def at(point: Point) -> str:
        return f"{CENTRE + side * point[0]:.1f} {point[1]:.1f}"

    curves = " ".join(f"C{at(first)} {at(second)} {at(end)}" for first, second, end in segments)
    return f"M{at(start)} {curves}"


def curves(start: Point, *segments: tuple[Point, Point, Point]) -> str:
    """A closed path of cubic curves: two control points and the end of each; x counts from the left edge."""
    drawn = (" ".join(f"{x:.1f} {y:.1f}" for x, y in segment) for segment in segments)
    return f"M{start[0]:.1f} {start[1]:.1f} C{' '.join(drawn)} Z"


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """A closed path; x counts from the left edge."""
    return f"M{x - rx} {y} a{rx} {ry} 0 1 0 {2 * rx} 0 a{rx} {ry} 0 1 0 {-2 * rx} 0 Z"


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """A rectangle with round corners; x counts from the left edge."""
    r, w, h = radius, width - 2 * radius, height - 2 * radius
    corners = f"a{r} {r} 0 0 1 {r} {r}", f"a{r} {r} 0 0 1 {-r} {r}", f"a{r} {r} 0 0 1 {-r} {-r}"
    return (
        f"M{x + r} {y} h{w} {corners[0]} v{h} {corners[1]} h{-w} {corners[2]} v{-h} a{r} {r} 0 0 1 {r} {-r} Z"
    )
