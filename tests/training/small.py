"""A network small enough to train within a test."""

from pathlib import Path
from typing import Any

import keras


def small_backbone(weights: str | Path | None) -> Any:
    """Two convolutions with batch norm, from pictures in −1 … 1 to 32 pooled features."""
    pictures = keras.Input((None, None, 3))
    seen = keras.layers.Conv2D(16, 5, strides=4, activation="relu")(pictures)
    seen = keras.layers.BatchNormalization(momentum=0.9)(seen)
    seen = keras.layers.Conv2D(32, 3, strides=2, activation="relu")(seen)
    return keras.Model(pictures, keras.layers.GlobalAveragePooling2D()(seen))
