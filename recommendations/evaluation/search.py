"""Ways to find the nearest rows of a gallery: the shop's own, and those of earlier systems."""

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Rows = NDArray[np.intp]
Score = Callable[[Vectors], Vectors]
CHUNK = 512


class Search(Protocol):
    def __call__(self, queries: Vectors, gallery: Vectors, count: int, *, same: bool = False) -> Rows:
        """The gallery rows nearest to each query, best first: (queries, count); ties go to the lower row.

        With `same` the queries are the gallery itself, and no row is its own neighbour.
        """


def nearest_rows(queries: Vectors, gallery: Vectors, count: int, *, same: bool = False) -> Rows:
    """Search by dot product, which is the cosine of vectors of length one."""
    return _ranked(queries, lambda part: part @ gallery.T, len(gallery), count, same=same)


def euclidean_rows(queries: Vectors, gallery: Vectors, count: int, *, same: bool = False) -> Rows:
    """Search by brute force for the smallest Euclidean distance."""
    # |q − g|² = |q|² − 2 q·g + |g|², and |q|² is the same for all of a query's rows.
    lengths = (gallery**2).sum(axis=1)
    return _ranked(queries, lambda part: 2 * part @ gallery.T - lengths, len(gallery), count, same=same)


def clustered_rows(centres: Vectors) -> Search:
    """Euclidean search among the rows that have the query's own nearest centre; all others come last."""

    def search(queries: Vectors, gallery: Vectors, count: int, *, same: bool = False) -> Rows:
        lengths, cluster = (gallery**2).sum(axis=1), euclidean_rows(gallery, centres, 1)[:, 0]

        def nearness(part: Vectors) -> Vectors:
            own = euclidean_rows(part, centres, 1)
            near: Vectors = 2 * part @ gallery.T - lengths
            return np.where(own == cluster, near, np.finfo(np.float32).min)

        return _ranked(queries, nearness, len(gallery), count, same=same)

    return search


def _ranked(queries: Vectors, nearness: Score, rows: int, count: int, *, same: bool) -> Rows:
    """Some queries at a time, so that no table of all queries by all rows is held."""
    found = np.empty((len(queries), max(0, min(count, rows - same))), np.intp)
    for start in range(0, len(queries), CHUNK):
        near = nearness(queries[start : start + CHUNK])
        if same:
            own = np.arange(len(near))
            near[own, start + own] = -np.inf
        found[start : start + CHUNK] = np.argsort(-near, axis=1, kind="stable")[:, : found.shape[1]]
    return found
