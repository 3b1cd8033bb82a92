"""The network: MobileNetV2, a unit embedding, and one cosine classifier per kind of label."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
from keras import ops

from recommendations.training.losses import Tensor, cosine_distance, info_nce, label_loss

EMBEDDING_SIZE = 256
LOGIT_SCALE = 16.0
TEMPERATURE = 0.07
WEIGHTS = {"item": 1.0, "type": 2.0, "colour": 1.0, "gender": 0.3, "photo": 0.7, "teacher": 1.0}
BATCH_NORM_MOMENTUM = 0.95


@keras.saving.register_keras_serializable("vitrine")
class UnitRows(keras.layers.Layer):  # type: ignore[misc]
    """Scales every row to length one."""

    def call(self, rows: Tensor) -> Tensor:
        return ops.normalize(rows, axis=-1)


@keras.saving.register_keras_serializable("vitrine")
class CosineLogits(keras.layers.Layer):  # type: ignore[misc]
    """Cosine to one learned direction per label, times LOGIT_SCALE."""

    def __init__(self, labels: int, **options: Any) -> None:
        super().__init__(**options)
        self.labels = labels

    def build(self, shape: Sequence[int]) -> None:
        self.directions = self.add_weight(
            shape=(shape[-1], self.labels), initializer="glorot_normal", name="directions"
        )

    def call(self, unit_rows: Tensor) -> Tensor:
        return LOGIT_SCALE * ops.matmul(unit_rows, ops.normalize(self.directions, axis=0))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "labels": self.labels}


def backbone(weights: str | Path | None) -> keras.Model:
    """MobileNetV2 with pooled 1280-d features of pictures in −1 … 1.

    `weights`: "imagenet", an .h5 file, or None for random ones.
    """
    known = None if weights is None or str(weights) != "imagenet" else "imagenet"
    network = keras.applications.MobileNetV2(
        include_top=False, input_shape=(None, None, 3), weights=known, pooling="avg"
    )
    if weights is not None and known is None:
        network.load_weights(weights)
    for layer in network.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = BATCH_NORM_MOMENTUM
    return network


def build_network(body: keras.Model, labels: Mapping[str, Sequence[str]]) -> keras.Model:
    """From pictures (n, side, side, 3) in 0 … 255 to {"embedding": unit rows, head: logits …}."""
    pictures = keras.Input((None, None, 3), name="pictures")
    features = body(keras.layers.Rescaling(1 / 127.5, -1)(pictures))
    embedding = UnitRows(name="embedding")(keras.layers.Dense(EMBEDDING_SIZE, name="projection")(features))
    outputs = {"embedding": embedding}
    for head, names in labels.items():
        outputs[head] = CosineLogits(len(names), name=f"{head}_logits")(embedding)
    return keras.Model(pictures, outputs, name="vitrine")


class Lesson(keras.Model):  # type: ignore[misc]
    """The network with what it is taught by: losses of one mixed batch (see `batches.Batch`)."""

    def __init__(self, network: keras.Model, *, teacher_size: int) -> None:
        super().__init__()
        self.network = network
        self.to_teacher = keras.layers.Dense(teacher_size, use_bias=False, name="to_teacher")
        self.to_teacher.build((None, EMBEDDING_SIZE))
        self.parts = {name: keras.metrics.Mean(name=name) for name in ("loss", *WEIGHTS)}

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
        losses = {head: label_loss(y_pred[head], y[head]) for head in ("type", "colour", "gender", "photo")}
        losses["teacher"] = cosine_distance(y_pred["teacher"], y["teacher"])
        products = ops.shape(y["same"])[0]
        shots, views = y_pred["embedding"][:products], y_pred["embedding"][products : 2 * products]
        losses["item"] = info_nce(shots, views, y["same"], temperature=TEMPERATURE)
        total = sum(WEIGHTS[name] * loss for name, loss in losses.items())
        for name, loss in {"loss": total, **losses}.items():
            self.parts[name].update_state(loss)
        return total
