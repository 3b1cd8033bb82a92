"""How good and how varied rows of similar looks are."""

from collections.abc import Callable, Mapping
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from .rows import Catalogue, Rows

FIRST = 8
Row = NDArray[np.intp]
Measure = Callable[[Catalogue, int, Row], float]


def _same(*labels: str) -> Measure:
    """The share of the first FIRST that have the query's labels."""

    def measure(catalogue: Catalogue, query: int, row: Row) -> float:
        asked = [getattr(catalogue.shots[query], label) for label in labels]
        found = [[getattr(catalogue.shots[other], label) for label in labels] for other in row[:FIRST]]
        return mean(labels == asked for labels in found)

    return measure


def _look(catalogue: Catalogue, query: int, row: Row) -> float:
    return float((catalogue.vectors[row] @ catalogue.vectors[query]).mean())


def _nearest_of_each(catalogue: Catalogue, query: int, row: Row) -> float:
    alike = catalogue.vectors[row] @ catalogue.vectors[row].T
    np.fill_diagonal(alike, -1)
    return float(alike.max(axis=1).mean())


def _copies(catalogue: Catalogue, query: int, row: Row) -> float:
    shots = [catalogue.shots[other] for other in row]
    return len(shots) - len({(shot.title.casefold(), shot.colour) for shot in shots})


MEASURES: Mapping[str, Measure] = {
    f"type P@{FIRST}": _same("type"),
    f"type + colour P@{FIRST}": _same("type", "colour"),
    f"gender P@{FIRST}": _same("gender"),
    f"usage P@{FIRST}": _same("usage"),
    "similarity to the product": _look,
    "similarity to the nearest in the row": _nearest_of_each,
    "copies a row": _copies,
}
"""Usage alone is no term that products are ranked by."""


def measured(catalogue: Catalogue, queries: NDArray[np.intp], rows: Rows) -> list[float]:
    """In the order of MEASURES, each a mean over the rows of two or more."""
    pairs = [(int(query), row) for query, row in zip(queries, rows, strict=True) if len(row) > 1]
    return [mean(measure(catalogue, *pair) for pair in pairs) for measure in MEASURES.values()]
