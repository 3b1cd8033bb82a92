"""How the shop's vector is put together: what a thing is, how it looks, and what anyone would see in it.

The vector holds the probabilities of each label and the palette, scaled, and fills up to length one with the
looks: where the labels are sure they take their share of the similarity, where they are not the looks decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from keras import ops
from numpy.typing import NDArray

from recommendations.training.losses import Tensor

Rows = NDArray[np.float32]
PALETTE = "palette"
SHARPNESSES = np.geomspace(0.25, 2.5, 47).tolist()


@dataclass(frozen=True)
class Parts:
    """`shares` (head or PALETTE → 0 … 1, together under 1): what a sure label, or the palette, counts of the

    similarity.

    `sharpness` (head → over 0): what the head's logits are multiplied with, one by its temperature; in the
    vector they are sharper by `contrast` than they are sure, which finds more of the same label. Of the looks
    what the untouched network would see counts `general_share`.
    """

    sharpness: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    general_share: float = 0.3
    contrast: float = 1.3

    def vectors(self, appearance: Tensor, general: Tensor, told: Mapping[str, Tensor]) -> Tensor:
        """(n, d) unit rows from unit rows of both kinds of looks and what is `told`: unit rows of the palette

        and the probabilities of each head.
        """
        left, pieces = 1.0, []
        for head, share in self.shares.items():
            row = told[head] if head == PALETTE else self._sharper(told[head])
            left = left - share * ops.sum(row**2, axis=1, keepdims=True)
            pieces.append(share**0.5 * row)
        pieces.append(ops.sqrt(left * (1 - self.general_share)) * appearance)
        pieces.append(ops.sqrt(left * self.general_share) * general)
        return ops.concatenate(pieces, axis=1)

    def _sharper(self, sure: Tensor) -> Tensor:
        powers = sure**self.contrast
        return powers / ops.sum(powers, axis=1, keepdims=True)


def fit_sharpness(logits: Rows, right: Rows) -> float:
    """What logits (n, labels) should be multiplied with, by the least surprise at the right labels.

    1 when no row has a right label. Guo et al., https://arxiv.org/abs/1706.04599.
    """
    known = right.any(axis=1)
    if not known.any():
        return 1.0
    losses = [_surprise(sharpness * logits[known], right[known]) for sharpness in SHARPNESSES]
    return float(SHARPNESSES[int(np.argmin(losses))])


def probabilities(logits: Rows) -> Rows:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def _surprise(logits: Rows, right: Rows) -> float:
    on_right = (probabilities(logits) * right).sum(axis=1)
    return float(-np.log(np.maximum(on_right, 1e-12)).mean())
