"""Retrieval metrics as pure functions of arrays."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Relevance = NDArray[np.bool_]


def precision(relevant: Relevance) -> Floats:
    """P@k of each query: the share of its neighbours that are relevant; `relevant`: (queries, k)."""
    return np.asarray(relevant.mean(axis=1), np.float64)


def recall(relevant: Relevance, at: int) -> Floats:
    """R@k of each query: 1 when one of its first `at` neighbours is relevant, else 0."""
    return np.asarray(relevant[:, :at].any(axis=1), np.float64)


def agreement(neighbours: NDArray[np.intp]) -> Floats:
    """How far several searches for one thing find the same: (things, searches, k) → (things,).

    The share of the k neighbours that two of the searches have in common, mean over all pairs of searches.
    """
    things, searches, k = neighbours.shape
    pairs = [(one, other) for one in range(searches) for other in range(one)]
    shared = [
        np.isin(neighbours[thing, one], neighbours[thing, other]).sum() / k
        for thing in range(things)
        for one, other in pairs
    ]
    return np.asarray(np.reshape(shared, (things, len(pairs))).mean(axis=1), np.float64)
