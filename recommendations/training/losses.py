"""What the network is asked for, as scalars. Tensors of any Keras backend."""

from typing import Any

from keras import ops

Tensor = Any


def info_nce(one: Tensor, other: Tensor, same: Tensor, *, temperature: float) -> Tensor:
    """How badly each unit row of `one` finds its own row of `other` among all of them, and the reverse.

    `one`, `other`: (n, d) unit rows, row i of both showing the same item; `same`: (n, n), 1 where two rows
    must not be told apart (its diagonal is 1): off the diagonal these are left out.
    """
    logits = ops.matmul(one, ops.transpose(other)) / temperature
    logits = logits - 1e4 * (same - ops.eye(ops.shape(same)[0]))
    right = ops.diagonal(logits)
    rows = ops.logsumexp(logits, axis=1) - right
    columns = ops.logsumexp(logits, axis=0) - right
    return ops.mean(rows + columns) / 2


def label_loss(logits: Tensor, right: Tensor) -> Tensor:
    """Cross-entropy against a set of right labels: −log of the probability that falls on any of them.

    `logits`, `right`: (n, labels); a row of `right` without a 1 does not count.
    """
    on_right = ops.logsumexp(logits - 1e4 * (1 - right), axis=1)
    surprise = ops.logsumexp(logits, axis=1) - on_right
    counted = ops.max(right, axis=1)
    return ops.sum(surprise * counted) / ops.maximum(ops.sum(counted), 1)


def cosine_distance(one: Tensor, other: Tensor) -> Tensor:
    """1 − the mean cosine between the rows of two (n, d) tensors."""
    return 1 - ops.mean(ops.sum(ops.normalize(one, axis=1) * ops.normalize(other, axis=1), axis=1))
