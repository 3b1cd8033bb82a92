"""The network opened where its last features lie, so that it tells what it makes of each patch of a picture.

The projection is linear: what it makes of the features' mean is the mean of what it makes of each patch
(Stylianou, Souvenir and Pless, https://arxiv.org/abs/1901.00536).
"""

import keras

from recommendations.encoders.litert import PATCHES
from recommendations.training.backbones import last_plane
from recommendations.training.losses import Tensor


def with_patches(network: keras.Model) -> keras.Model:
    """The network with one more output PATCHES (n, rows, columns, EMBEDDING_SIZE), from the same weights.

    "embedding" is their mean, made of length one.
    """
    projection, recall, levels = (network.get_layer(name) for name in ("projection", "recall", "levels"))
    rest = keras.Model([projection.output, recall.input, levels.input], network.output, name="rest")
    pictures = keras.Input((None, None, 3), name="pictures")
    seen = _seen(network.get_layer("backbone"), pictures)
    patches = projection(seen["plane"])
    pooled = keras.ops.concatenate([seen["late"], seen["middle"], seen["early"]], axis=1)
    told = rest([keras.ops.mean(patches, axis=(1, 2)), seen["late"], pooled])
    return keras.Model(pictures, {**told, PATCHES: patches}, name=network.name)


def _seen(backbone: keras.Model, pictures: Tensor) -> dict[str, Tensor]:
    """What the backbone gives, and the "plane" (n, rows, columns, features) that "late" is the mean of."""
    *before, body = backbone.layers[1:]
    for layer in before:
        pictures = layer(pictures)
    opened = keras.Model(body.input, {**body.output, "plane": last_plane(body)}, name=body.name)
    seen: dict[str, Tensor] = opened(pictures)
    return seen
