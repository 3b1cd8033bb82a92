"""Moving a search towards what a shopper likes, and away from the rest.

J. J. Rocchio, "Relevance feedback in information retrieval", 1971.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

LIKED = 0.75
DISLIKED = 0.25
"""The usual weights beside 1 for the query itself: what is disliked tells less than what is liked."""


def moved(
    vector: ArrayLike, liked: Sequence[ArrayLike], disliked: Sequence[ArrayLike]
) -> NDArray[np.float32]:
    """The query vector moved by the means of others, all as long as it; of norm 1 unless it is zero."""
    start = _unit(vector)
    query = start + LIKED * _mean(liked, start) - DISLIKED * _mean(disliked, start)
    return _unit(query)


def _mean(vectors: Sequence[ArrayLike], like: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.mean([_unit(vector) for vector in vectors], axis=0) if vectors else np.zeros_like(like)


def _unit(vector: ArrayLike) -> NDArray[np.float32]:
    values = np.asarray(vector, dtype=np.float32)
    length = float(np.linalg.norm(values))
    return values / length if length else values
