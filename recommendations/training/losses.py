"""What the network is asked for, as scalars. Tensors of any Keras backend."""

from typing import Any

from keras import ops

Tensor = Any


def info_nce(
    queries: Tensor, keys: Tensor, query_groups: Tensor, key_groups: Tensor, *, temperature: float
) -> Tensor:
    """How badly each unit row of `queries` finds the row of `keys` with its own number among all of them.

    `queries`: (n, d), `keys`: (m, d), m ≥ n, both unit rows, row i of both showing the same item; the groups
    (n,) and (m,) are numbers: rows of one group must not be told apart, and but for row i are left out. Keys
    of a group under 0 are none.
    """
    n, m = ops.shape(queries)[0], ops.shape(keys)[0]
    logits = ops.matmul(queries, ops.transpose(keys)) / temperature
    same = ops.cast(ops.expand_dims(query_groups, 1) == ops.expand_dims(key_groups, 0), logits.dtype)
    own = ops.eye(n, m, dtype=logits.dtype)
    none = ops.cast(ops.expand_dims(key_groups < 0, 0), logits.dtype)
    logits = logits - 1e4 * (same - own + none)
    return ops.mean(ops.logsumexp(logits, axis=1) - ops.sum(logits * own, axis=1))


def label_loss(logits: Tensor, right: Tensor) -> Tensor:
    """Cross-entropy against a set of right labels: −log of the probability that falls on any of them.

    `logits`, `right`: (n, labels); a row of `right` without a 1 does not count.
    """
    on_right = ops.logsumexp(logits - 1e4 * (1 - right), axis=1)
    surprise = ops.logsumexp(logits, axis=1) - on_right
    counted = ops.max(right, axis=1)
    return ops.sum(surprise * counted) / ops.maximum(ops.sum(counted), 1)


def soft_loss(logits: Tensor, probabilities: Tensor) -> Tensor:
    """Cross-entropy against probabilities (n, labels); a row of zeros does not count."""
    surprise = -ops.sum(probabilities * ops.log_softmax(logits, axis=1), axis=1)
    counted = ops.sum(probabilities, axis=1)
    return ops.sum(surprise) / ops.maximum(ops.sum(counted), 1)


def cosine_distance(one: Tensor, other: Tensor) -> Tensor:
    """1 − the mean cosine between the rows of two (n, d) tensors; a row of zeros teaches nothing."""
    return 1 - ops.mean(ops.sum(ops.normalize(one, axis=1) * ops.normalize(other, axis=1), axis=1))
