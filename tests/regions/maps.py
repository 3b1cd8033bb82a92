"""Maps as the network would draw them, by hand."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recommendations.regions import KINDS

GRID = 12
Edges = tuple[float, float, float, float]


def maps_of(*goods: tuple[Edges, str, float], grid: int = GRID) -> dict[str, NDArray[np.float32]]:
    """One hot cell for each box, kind and confidence, everything else cold."""
    maps = {
        "heat": np.zeros((grid, grid), np.float32),
        "sides": np.full((grid, grid, 4), 0.05, np.float32),
        "kind": np.full((grid, grid, len(KINDS)), 1 / len(KINDS), np.float32),
    }
    for edges, kind, heat in goods:
        draw(maps, edges, kind, heat, cell_of(edges, grid))
    return maps


def cell_of(edges: Edges, grid: int = GRID) -> tuple[int, int]:
    left, top, right, bottom = edges
    return int((top + bottom) / 2 * grid), int((left + right) / 2 * grid)


def draw(
    maps: dict[str, NDArray[np.float32]], edges: Edges, kind: str, heat: float, cell: Sequence[int]
) -> None:
    grid = len(maps["heat"])
    row, column = cell
    y, x = (row + 0.5) / grid, (column + 0.5) / grid
    left, top, right, bottom = edges
    maps["heat"][row, column] = heat
    maps["sides"][row, column] = x - left, y - top, right - x, bottom - y
    maps["kind"][row, column] = np.eye(len(KINDS))[KINDS.index(kind)]
