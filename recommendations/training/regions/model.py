"""The network: the first blocks of MobileNetV2, three wide convolutions, and one map per question."""

from typing import Any

import keras
from keras import ops

from recommendations.training.losses import Tensor
from recommendations.training.regions.losses import heat_loss, kind_loss, overlap_loss

STRIDE = 16
LAST_LAYER = "block_12_add"
FIRST_LEARNED = "block_4_expand"
WIDTH = 128
REACH = 5
WIDE_LAYERS = 3
WEIGHTS = {"heat": 1.0, "sides": 2.0, "kind": 0.4}
RARE = -3.0
"""Where the heat's logits begin: most cells are cold."""


def trunk(weights: str) -> keras.Model:
    """MobileNetV2 up to its last layer of stride 16, for pictures in −1 … 1; `weights`: "imagenet" or a file.

    Edges and textures stay as they were learned, and so do all batch-norm statistics: scenes are made, and
    should not be taken for the world.
    """
    known = "imagenet" if weights == "imagenet" else None
    whole = keras.applications.MobileNetV2(include_top=False, input_shape=(None, None, 3), weights=known)
    if known is None:
        whole.load_weights(weights)
    learned = False
    for layer in whole.layers:
        learned = learned or layer.name == FIRST_LEARNED
        layer.trainable = learned and not isinstance(layer, keras.layers.BatchNormalization)
    return keras.Model(whole.input, whole.get_layer(LAST_LAYER).output, name="trunk")


def build_finder(body: keras.Model, kinds: int) -> keras.Model:
    """From pictures (n, side, side, 3) in 0 … 255 to maps over a grid of side / 16 cells a side.

    {"heat": logits (…, 1), "sides": positive fractions (…, 4), "kind": logits (…, kinds)}.
    """
    pictures = keras.Input((None, None, 3), name="pictures")
    seen = body(keras.layers.Rescaling(1 / 127.5, -1)(pictures))
    for number in range(WIDE_LAYERS):
        seen = _wide(seen, f"wide_{number}")
    heat = keras.layers.Conv2D(1, 1, bias_initializer=keras.initializers.Constant(RARE), name="heat")(seen)
    sides = keras.layers.Conv2D(4, 1, bias_initializer=keras.initializers.Constant(-1.5), name="sides")(seen)
    kind = keras.layers.Conv2D(kinds, 1, name="kind")(seen)
    outputs = {
        "heat": heat,
        "sides": keras.layers.Activation("softplus")(sides),
        "kind": kind,
    }
    return keras.Model(pictures, outputs, name="finder")


def _wide(seen: Any, name: str) -> Any:
    """A convolution over 5 × 5 cells in two parts, so that a cell sees a whole garment."""
    layers = keras.layers
    spread = layers.DepthwiseConv2D(REACH, padding="same", use_bias=False, name=f"{name}_spread")(seen)
    spread = layers.ReLU(6)(layers.BatchNormalization(momentum=0.95)(spread))
    mixed = layers.Conv2D(WIDTH, 1, use_bias=False, name=f"{name}_mix")(spread)
    mixed = layers.ReLU(6)(layers.BatchNormalization(momentum=0.95)(mixed))
    return layers.Add()([seen, mixed]) if seen.shape[-1] == WIDTH else mixed


class RegionLesson(keras.Model):  # type: ignore[misc]
    """The network with what it is taught by (see `targets.grid_targets`)."""

    def __init__(self, network: keras.Model) -> None:
        super().__init__()
        self.network = network
        self.parts = {name: keras.metrics.Mean(name=name) for name in ("loss", *WEIGHTS)}

    @property
    def metrics(self) -> list[keras.metrics.Metric]:
        return list(self.parts.values())

    def call(self, pictures: Tensor, training: bool = False) -> dict[str, Tensor]:
        maps: dict[str, Tensor] = self.network(pictures, training=training)
        return maps

    def compute_loss(
        self,
        x: Tensor = None,
        y: Any = None,
        y_pred: Any = None,
        sample_weight: Any = None,
        training: bool = True,
    ) -> Tensor:
        losses = {
            "heat": heat_loss(y_pred["heat"][..., 0], y["heat"]),
            "sides": overlap_loss(y_pred["sides"], y["sides"], y["warm"]),
            "kind": kind_loss(y_pred["kind"], y["kind"], y["warm"]),
        }
        total = sum(WEIGHTS[name] * loss for name, loss in losses.items())
        for name, loss in {"loss": total, **losses}.items():
            self.parts[name].update_state(loss)
        return ops.cast(total, "float32")
