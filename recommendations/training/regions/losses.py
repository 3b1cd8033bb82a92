"""What the finder of goods is asked for, as scalars. Tensors of any Keras backend."""

from typing import Any

from keras import ops

Tensor = Any
EASY = 2.0
NEAR = 4.0


def heat_loss(logits: Tensor, heat: Tensor) -> Tensor:
    """Focal loss of a map of peaks (Zhou et al., Objects as Points, 2019), over the number of goods.

    Cells of heat 1 should be hot and all others cold, those near a peak less strictly so.
    """
    hot = ops.sigmoid(logits)
    peaks = ops.cast(heat >= 0.999, "float32")
    found = peaks * (1 - hot) ** EASY * ops.log_sigmoid(logits)
    kept_cold = (1 - peaks) * (1 - heat) ** NEAR * hot**EASY * ops.log_sigmoid(-logits)
    return -ops.sum(found + kept_cold) / ops.maximum(ops.sum(peaks), 1)


def overlap_loss(sides: Tensor, right: Tensor, weight: Tensor) -> Tensor:
    """1 − generalised intersection over union (Rezatofighi et al., 2019), mean over the weighted cells.

    `sides`, `right`: (..., 4), left, top, right and bottom from the same point, all positive.
    """
    smaller, larger = ops.minimum(sides, right), ops.maximum(sides, right)
    shared, around = _area(smaller), _area(larger)
    union = _area(sides) + _area(right) - shared
    overlap = shared / union - (around - union) / around
    return _mean(1 - overlap, weight)


def kind_loss(logits: Tensor, right: Tensor, weight: Tensor) -> Tensor:
    """Cross-entropy of the kind, mean over the weighted cells."""
    return _mean(-ops.sum(right * ops.log_softmax(logits, axis=-1), axis=-1), weight)


def _area(sides: Tensor) -> Tensor:
    return (sides[..., 0] + sides[..., 2]) * (sides[..., 1] + sides[..., 3])


def _mean(values: Tensor, weight: Tensor) -> Tensor:
    return ops.sum(values * weight) / ops.maximum(ops.sum(weight), 1)
