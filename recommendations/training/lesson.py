"""What the network is taught by: the losses of one mixed batch."""

from collections.abc import Sequence
from typing import Any

import keras
from keras import ops

from recommendations.training.losses import Tensor, cosine_distance, info_nce, label_loss, soft_loss
from recommendations.training.model import EMBEDDING_SIZE

TEMPERATURE = 0.05
MEMORY = 4096
WEIGHTS = {
    "item": 1.0,
    "type": 2.0,
    "colour": 1.5,
    "gender": 1.0,
    "photo": 0.7,
    "teacher": 1.0,
    "general": 1.0,
    "palette": 1.0,
}
SOFT = 0.4
"""How much of a label's loss asks for what the untouched network makes of it."""


class Lesson(keras.Model):  # type: ignore[misc]
    """The network and its losses (see `batches`); `heads` are the labels that it learns, if any.

    A phone view looks for its shot among the batch's shots and the MEMORY last ones before them.
    """

    def __init__(self, network: keras.Model, *, teacher_size: int, heads: Sequence[str]) -> None:
        super().__init__()
        self.network = network
        self.heads = tuple(heads)
        self.to_teacher = keras.layers.Dense(teacher_size, use_bias=False, name="to_teacher")
        self.to_teacher.build((None, EMBEDDING_SIZE))
        self.parts = {
            name: keras.metrics.Mean(name=name)
            for name in ("loss", "item", "teacher", "general", "palette", *heads)
        }
        self.memory = self.add_weight(
            shape=(MEMORY, EMBEDDING_SIZE), initializer="zeros", trainable=False, name="memory"
        )
        self.memory_groups = self.add_weight(
            shape=(MEMORY,),
            dtype="int32",
            initializer=lambda shape, dtype=None: -ops.ones(shape, dtype),
            trainable=False,
            name="memory_groups",
        )

    @property
    def metrics(self) -> list[keras.metrics.Metric]:
        return list(self.parts.values())

    def call(self, pictures: Tensor, training: bool = False) -> dict[str, Tensor]:
        outputs: dict[str, Tensor] = self.network(pictures, training=training)
        return {**outputs, "teacher": self.to_teacher(outputs["embedding"])}

    def compute_loss(
        self,
        x: Tensor = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Tensor:
        losses = {
            head: (1 - SOFT) * label_loss(y_pred[head], y[head])
            + SOFT * soft_loss(y_pred[head], y[f"soft {head}"])
            for head in self.heads
        }
        losses["general"] = cosine_distance(y_pred["general"], y["general"])
        losses["palette"] = cosine_distance(y_pred["palette"], y["palette"])
        losses["teacher"] = cosine_distance(y_pred["teacher"], y["teacher"])
        losses["item"] = self._item_loss(y_pred["embedding"], y["groups"])
        total = sum(WEIGHTS[name] * loss for name, loss in losses.items())
        for name, loss in {"loss": total, **losses}.items():
            self.parts[name].update_state(loss)
        return total

    def _item_loss(self, embedding: Tensor, groups: Tensor) -> Tensor:
        """`groups` (products,) tells which of the batch's products are the same."""
        n = ops.shape(groups)[0]
        shots, views = embedding[:n], embedding[n : 2 * n]
        known = ops.concatenate([shots, self.memory])
        known_groups = ops.concatenate([groups, self.memory_groups])
        found = info_nce(views, known, groups, known_groups, temperature=TEMPERATURE)
        back = info_nce(shots, views, groups, groups, temperature=TEMPERATURE)
        self.memory.assign(ops.concatenate([ops.stop_gradient(shots), self.memory])[:MEMORY])
        self.memory_groups.assign(known_groups[:MEMORY])
        return (found + back) / 2
