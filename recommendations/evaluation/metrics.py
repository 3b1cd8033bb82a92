"""Retrieval metrics as pure functions of arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over queries with its 95 % bootstrap interval; `count` queries."""

    value: float
    low: float
    high: float
    count: int


def nearest_rows(
    queries: NDArray[np.float32], gallery: NDArray[np.float32], count: int, *, same: bool = False
) -> Rows:
    """The gallery rows most similar to each query by dot product, best first: (queries, count).

    With `same` the queries are the gallery itself, and no row is its own neighbour. Ties go to the lower row.
    """
    similarity = queries @ gallery.T
    if same:
        np.fill_diagonal(similarity, -np.inf)
    count = min(count, len(gallery) - same)
    return np.argsort(-similarity, axis=1, kind="stable")[:, :count]


def precision(relevant: NDArray[np.bool_]) -> Floats:
    """For each query the share of its neighbours that are relevant; `relevant`: (queries, neighbours)."""
    shares: Floats = relevant.mean(axis=1)
    return shares


def recall(neighbours: Rows, own: Rows, at: int) -> Floats:
    """For each query 1 when its own gallery row is among its first `at` neighbours, else 0."""
    found: Floats = (neighbours[:, :at] == own[:, None]).any(axis=1).astype(np.float64)
    return found


def mean_figure(values: Floats, *, seed: int = 0) -> Figure:
    """The mean over queries."""
    draws = _draws(len(values), seed) @ values / max(len(values), 1)
    return _figure(float(values.mean()), draws, len(values))


def group_mean_figure(values: Floats, groups: NDArray[np.str_], *, at_least: int, seed: int = 0) -> Figure:
    """The mean over groups of each group's mean; groups of fewer than `at_least` queries are left out."""
    names, sizes = np.unique(groups, return_counts=True)
    names = names[sizes >= at_least]
    member = (groups[:, None] == names[None, :]).astype(np.float64)
    kept = member.any(axis=1)
    member, values = member[kept], values[kept]
    if not len(values):
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    drawn = _draws(len(values), seed)
    means = (drawn @ (member * values[:, None])) / np.maximum(drawn @ member, 1)
    whole = (member * values[:, None]).sum(axis=0) / member.sum(axis=0)
    return _figure(float(whole.mean()), means.mean(axis=1), len(values))


def _draws(size: int, seed: int) -> Floats:
    """How often each query is drawn in each bootstrap resample: (RESAMPLES, size)."""
    return (
        np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), RESAMPLES).astype(np.float64)
    )


def _figure(value: float, resampled: Floats, count: int) -> Figure:
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Figure(value, float(low), float(high), count)
