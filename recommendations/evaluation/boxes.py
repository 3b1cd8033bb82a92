"""How well one box covers another."""

Edges = tuple[float, float, float, float]
"""Left, top, right and bottom as fractions of the picture."""

WHOLE: Edges = (0.0, 0.0, 1.0, 1.0)


def overlap(one: Edges, other: Edges) -> float:
    """Intersection over union, 0 … 1."""
    shared = _area((*map(max, one[:2], other[:2]), *map(min, one[2:], other[2:])))
    union = _area(one) + _area(other) - shared
    return shared / union if union else 0.0


def _area(edges: tuple[float, ...]) -> float:
    left, top, right, bottom = edges
    return max(0.0, right - left) * max(0.0, bottom - top)
