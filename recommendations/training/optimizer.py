"""AdamW that moves the backbone more slowly than what is new."""

from collections.abc import Collection
from typing import Any

import keras

from recommendations.training.losses import Tensor


class LayeredAdamW(keras.optimizers.AdamW):  # type: ignore[misc]
    """The trainable variables at the places in `slow` learn at `slow_rate` times the rate of the others."""

    slow: Collection[int] = frozenset()
    slow_rate = 1.0

    def update_step(self, gradient: Tensor, variable: Any, learning_rate: Tensor) -> None:
        factor = self.slow_rate if self._get_variable_index(variable) in self.slow else 1.0
        super().update_step(gradient, variable, learning_rate * factor)


def optimizer_for(
    lesson: keras.Model, backbone: keras.Model, *, rate: float, steps: int, backbone_rate: float
) -> LayeredAdamW:
    """Warms up over 6 % of the steps to `rate`, then falls to a hundredth of it along a cosine."""
    warm_up = int(steps * 0.06)
    schedule = keras.optimizers.schedules.CosineDecay(
        rate / 20, max(1, steps - warm_up), alpha=0.01, warmup_target=rate, warmup_steps=warm_up
    )
    optimizer = LayeredAdamW(schedule, weight_decay=0.02, global_clipnorm=5.0)
    optimizer.exclude_from_weight_decay(var_names=["bias", "gamma", "beta"])
    slow = {one.path for one in backbone.trainable_variables}
    optimizer.slow = {place for place, one in enumerate(lesson.trainable_variables) if one.path in slow}
    optimizer.slow_rate = backbone_rate
    return optimizer
