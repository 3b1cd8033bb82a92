"""A network small enough to train within a test."""

from pathlib import Path
from typing import Any

import keras


def small_backbone(weights: str | Path | None, name: str = "") -> Any:
    """Two convolutions with batch norm, from pictures in 0 … 255 to pooled features of three levels.

    It begins the same each time, so that two runs have one teacher.
    """
    pictures = keras.Input((None, None, 3))
    scaled = keras.layers.Rescaling(1 / 127.5, -1)(pictures)
    early = keras.layers.Conv2D(16, 5, strides=4, activation="relu", kernel_initializer=_weights(1))(scaled)
    middle = keras.layers.BatchNormalization(momentum=0.9)(early)
    late = keras.layers.Conv2D(32, 3, strides=2, activation="relu", kernel_initializer=_weights(2))(middle)
    pooled = keras.layers.GlobalAveragePooling2D
    levels = {"late": pooled()(late), "middle": pooled()(middle), "early": pooled()(early)}
    body = keras.Model(pictures, levels, name="body")
    outer = keras.Input((None, None, 3))
    return keras.Model(outer, body(outer), name="backbone")


def _weights(seed: int) -> Any:
    return keras.initializers.GlorotUniform(seed)
