"""How the shop's vector is put together: what a thing is, how it looks, and what anyone would see in it.

The vector holds the probabilities of each label, scaled, and fills up to length one with the looks: where the
labels are sure they take their share of the similarity, where they are not the looks decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from keras import ops
from numpy.typing import NDArray

from recommendations.training.heads import Heads, Linear
from recommendations.training.losses import Tensor

Rows = NDArray[np.float32]
TRUSTS = (0.0, *np.geomspace(0.15, 2.0, 12).tolist())


@dataclass(frozen=True)
class Parts:
    """`shares` (head → 0 … 1, together under 1): what a sure label counts of the similarity.

    `trust`: what the tuned and the untouched eye's logits count. `general`: from the untouched eye's late
    features to fewer numbers; of the looks it counts `general_share`.
    """

    general: Linear
    second: Heads
    trust: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    general_share: float = 0.15

    def vectors(self, appearance: Tensor, general: Tensor, probabilities: Mapping[str, Tensor]) -> Tensor:
        """(n, d) unit rows from unit rows of both kinds of looks and the probabilities of each head."""
        left, pieces = 1.0, []
        for head, share in self.shares.items():
            left = left - share * ops.sum(probabilities[head] ** 2, axis=1, keepdims=True)
            pieces.append(share**0.5 * probabilities[head])
        pieces.append(ops.sqrt(left * (1 - self.general_share)) * appearance)
        if self.general_share:
            pieces.append(ops.sqrt(left * self.general_share) * general)
        return ops.concatenate(pieces, axis=1)


def principal(features: Rows, size: int) -> Linear:
    """The `size` main directions of features (n, d), each divided by the square root of its spread."""
    mean = features.mean(axis=0)
    size = min(size, *features.shape)
    _, spread, directions = np.linalg.svd(features - mean, full_matrices=False)
    kernel = directions[:size].T / np.sqrt(np.maximum(spread[:size] / len(features) ** 0.5, 1e-6))
    return Linear(kernel.astype(np.float32), (-mean @ kernel).astype(np.float32))


def fit_trust(tuned: Rows, second: Rows, right: Rows) -> tuple[float, float]:
    """What each eye's logits (n, labels) should count, by the least surprise at the right labels.

    The temperature of the probabilities is in it. (1, 0) when no row has a right label.
    """
    known = right.any(axis=1)
    if not known.any():
        return 1.0, 0.0
    pairs = [(a, b) for a in TRUSTS for b in TRUSTS if a or b]
    losses = [_surprise(a * tuned[known] + b * second[known], right[known]) for a, b in pairs]
    return pairs[int(np.argmin(losses))]


def probabilities(logits: Rows) -> Rows:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def _surprise(logits: Rows, right: Rows) -> float:
    on_right = (probabilities(logits) * right).sum(axis=1)
    return float(-np.log(np.maximum(on_right, 1e-12)).mean())
