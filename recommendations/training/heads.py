"""Classifiers on what a network sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from recommendations.training.losses import Tensor, label_loss

Rows = NDArray[np.float32]
STEPS = 1200
BATCH = 512
RATE = 2e-3
WEIGHT_DECAY = 0.02
DROPOUT = 0.5
HIDDEN = 128


@dataclass(frozen=True)
class Linear:
    """rows @ kernel + bias; kernel (inputs, outputs), bias (outputs,)."""

    kernel: Rows
    bias: Rows

    def __call__(self, rows: Rows) -> Rows:
        return rows @ self.kernel + self.bias


@dataclass(frozen=True)
class Heads:
    """For each head its logits, from features and combinations of them that bend."""

    hidden: Linear
    each: Mapping[str, Linear] = field(default_factory=dict)

    def logits(self, features: Rows) -> dict[str, Rows]:
        """(n, labels) for each head from features (n, d)."""
        bent = np.maximum(self.hidden(features), 0)
        wide = np.concatenate([features, bent], axis=1)
        return {head: linear(wide) for head, linear in self.each.items()}


def mean_of(members: Sequence[Heads]) -> Heads:
    """Heads whose logits are the mean of the members'."""
    hidden = Linear(
        np.concatenate([one.hidden.kernel for one in members], axis=1),
        np.concatenate([one.hidden.bias for one in members]),
    )
    size = len(hidden.kernel)
    each = {}
    for head in members[0].each:
        mine = [one.each[head] for one in members]
        plain = np.mean([linear.kernel[:size] for linear in mine], axis=0)
        bent = [linear.kernel[size:] / len(members) for linear in mine]
        each[head] = Linear(np.concatenate([plain, *bent]), np.mean([linear.bias for linear in mine], axis=0))
    return Heads(hidden, each)


def fit_heads(
    features: Rows,
    right: Mapping[str, Rows],
    *,
    seed: int,
    steps: int | None = None,
    dropout: float = DROPOUT,
) -> Heads:
    """Heads for features (n, d); `right`: for each head (n, labels), 1 where a label is right."""
    steps = steps or STEPS
    keras.utils.set_random_seed(seed)
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-3
    scaled = ((features - mean) / spread).astype(np.float32)
    pupil = Pupil(features.shape[1], {head: rows.shape[1] for head, rows in right.items()}, dropout)
    schedule = keras.optimizers.schedules.CosineDecay(RATE, steps)
    pupil.compile(
        keras.optimizers.AdamW(schedule, weight_decay=WEIGHT_DECAY),
        jit_compile=keras.backend.backend() == "jax",
    )
    rng = np.random.default_rng(seed)
    for _ in range(steps if right else 0):
        rows = rng.integers(0, len(scaled), BATCH)
        pupil.train_on_batch(scaled[rows], {head: marks[rows] for head, marks in right.items()})
    return pupil.heads_of(mean, spread)


class Pupil(keras.Model):  # type: ignore[misc]
    """One head per kind of label over the same features."""

    def __init__(self, size: int, labels: Mapping[str, int], dropout: float) -> None:
        super().__init__()
        self.drop = keras.layers.Dropout(dropout)
        self.hidden = keras.layers.Dense(HIDDEN, "relu")
        self.hidden.build((None, size))
        self.each = {head: keras.layers.Dense(count, name=head) for head, count in labels.items()}
        for dense in self.each.values():
            dense.build((None, size + HIDDEN))

    def call(self, rows: Tensor, training: bool = False) -> dict[str, Tensor]:
        bent = self.drop(self.hidden(self.drop(rows, training=training)), training=training)
        wide = ops.concatenate([self.drop(rows, training=training), bent], axis=1)
        return {head: dense(wide) for head, dense in self.each.items()}

    def compute_loss(
        self,
        x: Any = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Tensor:
        return sum(label_loss(y_pred[head], right) for head, right in y.items())

    def heads_of(self, mean: Rows, spread: Rows) -> Heads:
        """The heads for features as they come, not scaled by mean and spread."""
        size = len(mean)
        each = {}
        for head, dense in self.each.items():
            kernel, bias = dense.get_weights()
            wide = np.concatenate([kernel[:size] / spread[:, None], kernel[size:]])
            each[head] = Linear(wide, bias - (mean / spread) @ kernel[:size])
        kernel, bias = self.hidden.get_weights()
        return Heads(Linear(kernel / spread[:, None], bias - (mean / spread) @ kernel), each)
