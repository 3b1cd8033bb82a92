"""The network: a backbone, a unit vector of how things look, and one classifier per kind of label."""

from collections.abc import Mapping, Sequence
from typing import Any

import keras
from keras import ops

from recommendations.training.losses import Tensor
from recommendations.training.palette import PAINTS

EMBEDDING_SIZE = 256
LOGIT_SCALE = 16.0
DROPOUT = 0.3


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


def build_network(
    body: keras.Model, labels: Mapping[str, Sequence[str]], *, general_size: int
) -> keras.Model:
    """Pictures (n, side, side, 3) in 0 … 255 → {"embedding", "general", "palette": unit rows, head: logits}.

    "general" are what the untouched backbone would see, in so many numbers; "palette" the colours of the
    product (see `palette`), whatever is around it and however it is lit. A label's logit is its
    cosine to the embedding plus what the backbone's pooled features add to it.
    """
    pictures = keras.Input((None, None, 3), name="pictures")
    features = body(pictures)
    embedding = UnitRows(name="embedding")(
        keras.layers.Dense(EMBEDDING_SIZE, name="projection")(features["late"])
    )
    general = UnitRows(name="general")(keras.layers.Dense(general_size, name="recall")(features["late"]))
    levels = ops.concatenate([features["late"], features["middle"], features["early"]], axis=1)
    scaled = keras.layers.BatchNormalization(momentum=0.95, name="levels")(levels)
    paints = keras.layers.Dense(len(PAINTS), "softplus", name="paints")(scaled)
    outputs = {"embedding": embedding, "general": general, "palette": UnitRows(name="palette")(paints)}
    seen = keras.layers.Dropout(DROPOUT)(scaled)
    for head, names in labels.items():
        cosine = CosineLogits(len(names), name=f"{head}_logits")(embedding)
        more = keras.layers.Dense(len(names), kernel_initializer="zeros", name=f"{head}_more")(seen)
        outputs[head] = cosine + more
    return keras.Model(pictures, outputs, name="vitrine")


def start_from(network: keras.Model, initial: keras.Model) -> int:
    """Takes over the weights of each layer of the same name and shapes; returns how many."""
    known = {layer.name: layer.get_weights() for layer in _leaves(initial)}
    taken = 0
    for layer in _leaves(network):
        weights = known.get(layer.name, [])
        if weights and [one.shape for one in weights] == [one.shape for one in layer.get_weights()]:
            layer.set_weights(weights)
            taken += 1
    return taken


def _leaves(model: keras.Model) -> list[keras.layers.Layer]:
    return [
        leaf
        for layer in model.layers
        for leaf in (_leaves(layer) if isinstance(layer, keras.Model) else [layer])
    ]
