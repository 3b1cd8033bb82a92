"""Networks of keras.applications, and EfficientNet-Lite, as the eyes of an encoder."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path

import keras
from keras import ops

from recommendations.training import efficientnet_lite
from recommendations.training.losses import Tensor

BATCH_NORM_MOMENTUM = 0.95
PROBE = (224, 224, 3)
RANK = 4
MOBILENET = "mobilenetv2"


class UnknownBackboneError(Exception):
    """There is no network of that name."""


@keras.saving.register_keras_serializable("vitrine")
class Preprocessing(keras.layers.Layer):  # type: ignore[misc]
    """Scales pixels 0 … 255 in the way that the named network was trained with."""

    def __init__(self, network: str, **options: object) -> None:
        super().__init__(**options)
        self.network = network

    def call(self, pictures: Tensor) -> Tensor:
        module = sys.modules[_maker(self.network).__module__]
        return module.preprocess_input(pictures)

    def get_config(self) -> dict[str, object]:
        return {**super().get_config(), "network": self.network}


def backbone_names() -> list[str]:
    """What `backbone` takes, in lower case."""
    return sorted(name.lower() for name in _makers())


def backbone(weights: str | Path | None, name: str = MOBILENET) -> keras.Model:
    """Pictures (n, side, side, 3) in 0 … 255 → {"late", "middle", "early"}, each (n, features), pooled.

    "late" are the last features, "middle" and "early" the last ones at twice and four times their resolution.
    `weights`: "imagenet", a file, or None for random ones. Raises UnknownBackboneError.
    """
    known = "imagenet" if str(weights) == "imagenet" else None
    network = _maker(name)(include_top=False, input_shape=(None, None, 3), weights=known)
    if weights is not None and known is None:
        network.load_weights(weights)
    for layer in network.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = BATCH_NORM_MOMENTUM
    pictures = keras.Input((None, None, 3), name="pictures")
    seen = {"late": network.output, "middle": _last_at(network, 2), "early": _last_at(network, 4)}
    body = keras.Model(network.input, {level: _pooled(plane) for level, plane in seen.items()}, name="body")
    return keras.Model(pictures, body(Preprocessing(name.lower())(pictures)), name="backbone")


def last_plane(body: keras.Model) -> Tensor:
    """The last features (n, rows, columns, features) of a network, before they are pooled."""
    return _planes(body)[-1]


def freeze(network: keras.Model, share: float) -> None:
    """Keeps the lowest `share` (0 … 1) of the backbone's layers as they are."""
    layers = network.get_layer("body").layers
    for layer in layers[: round(share * len(layers))]:
        layer.trainable = False


def _maker(name: str) -> Callable[..., keras.Model]:
    makers = _makers()
    for known, maker in makers.items():
        if known.lower() == name.lower():
            return maker
    raise UnknownBackboneError(f"There is no network {name}. There are: {', '.join(sorted(makers))}.")


def _makers() -> dict[str, Callable[..., keras.Model]]:
    return {
        name: maker
        for home in (keras.applications, efficientnet_lite)
        for name, maker in inspect.getmembers(home, inspect.isfunction)
        if name[0].isupper()
    }


def _pooled(plane: Tensor) -> Tensor:
    return ops.mean(plane, axis=(1, 2))


def _last_at(network: keras.Model, times: int) -> Tensor:
    """The last output at `times` the resolution of the network's own, or that one when there is none."""
    planes = _planes(network)
    sides = [shape[1] for shape in keras.Model(network.input, planes).compute_output_shape((1, *PROBE))]
    fitting = [plane for plane, side in zip(planes, sides, strict=True) if side == times * sides[-1]]
    return fitting[-1] if fitting else network.output


def _planes(network: keras.Model) -> list[Tensor]:
    return [layer.output for layer in network.layers if len(getattr(layer.output, "shape", ())) == RANK]
