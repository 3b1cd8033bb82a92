"""How sure the network may say that it is."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from recommendations.training.labels import RIGHT_LABELS, targets

TEMPERATURES = np.geomspace(0.25, 4, 81)


def temperatures(
    logits: Mapping[str, NDArray[np.float32]],
    right: Sequence[RIGHT_LABELS],
    labels: Mapping[str, Sequence[str]],
) -> dict[str, float]:
    """For each head the temperature that makes its probabilities fit pictures that were not trained on."""
    return {head: best_temperature(logits[head], targets(right, head, labels[head])) for head in logits}


def best_temperature(logits: NDArray[np.float32], right: NDArray[np.float32]) -> float:
    """The one of TEMPERATURES with the least surprise at the right labels; 1 when no row has any.

    `logits`, `right`: (n, labels), 1 where a label is right.
    """
    known = right.any(axis=1)
    if not known.any():
        return 1.0
    losses = [_surprise(logits[known] / temperature, right[known]) for temperature in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def _surprise(logits: NDArray[np.float32], right: NDArray[np.float32]) -> float:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    on_right = (powers * right).sum(axis=1) / powers.sum(axis=1)
    return float(-np.log(np.maximum(on_right, 1e-12)).mean())
