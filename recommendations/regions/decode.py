"""From the network's maps to regions."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Box
from recommendations.regions.base import GARMENTS, Region
from recommendations.regions.geometry import Rows, distinct, within

MOST = 4
MOST_OVERLAP = 0.5
LEAST_SIDE = 0.1
Maps = Mapping[str, NDArray[np.float32]]
"""`heat` (grid, grid): how surely a good has its middle there. `kind` (grid, grid, kinds): probabilities.
`sides` (grid, grid, 4): from a cell's middle to the left, top, right and bottom of its good."""


def regions_of(maps: Maps, kinds: Sequence[str], *, confident: float) -> list[Region]:
    """Up to MOST goods at least that confident: the largest garment first, then the others alike."""
    rows, columns = np.nonzero(_peaks(maps["heat"]) & (maps["heat"] >= confident))
    boxes, scores = _boxes(maps["sides"], rows, columns), maps["heat"][rows, columns]
    regions = []
    for place in distinct(boxes, scores, most_overlap=MOST_OVERLAP)[:MOST]:
        kind = kinds[int(maps["kind"][rows[place], columns[place]].argmax())]
        regions.append(Region(_box(boxes[place]), kind, float(scores[place])))
    return sorted(regions, key=_rank)


def _peaks(heat: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Cells no cooler than the eight around them."""
    around = np.pad(heat, 1, constant_values=-1)
    windows = np.lib.stride_tricks.sliding_window_view(around, (3, 3))
    peaks: NDArray[np.bool_] = heat >= windows.max(axis=(2, 3))
    return peaks


def _boxes(sides: Rows, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Rows:
    middles = (np.stack([columns, rows], axis=1) + 0.5) / sides.shape[1]
    reach = sides[rows, columns]
    edges = np.concatenate([middles - reach[:, :2], middles + reach[:, 2:]], axis=1)
    return within(edges.astype(np.float32), least=LEAST_SIDE)


def _box(edges: Rows) -> Box:
    left, top, right, bottom = map(float, edges)
    return Box(left, top, right - left, bottom - top)


def _rank(region: Region) -> tuple[bool, float]:
    """Garments before what goes with them, what fills more of the photo first."""
    return region.kind not in GARMENTS, -region.confidence * region.box.width * region.box.height
