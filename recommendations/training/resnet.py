"""What most earlier systems search with: pooled features of ResNet50, compared by Euclidean distance."""

from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from catalog.imaging import Pixels, square
from recommendations.encoders import Encoder, EncoderCard, Encoding

SIDE = 224


class ResNetEncoder(Encoder):
    """The 2,048 pooled numbers as they are, not of length one.

    `weights`: "imagenet" to download them, a file of `keras.applications.ResNet50` without its top, or None
    for random ones, which take as long.
    """

    card = EncoderCard(key="resnet50", dimension=2048, input_size=SIDE, digest="")

    def __init__(self, weights: str | Path | None) -> None:
        known = "imagenet" if str(weights) == "imagenet" else None
        self._network = keras.applications.ResNet50(
            include_top=False, input_shape=(SIDE, SIDE, 3), weights=known, pooling="avg"
        )
        if weights is not None and known is None:
            self._network.load_weights(weights)

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        squares = np.stack([square(picture, SIDE) for picture in pictures]).astype(np.float32)
        seen = keras.applications.resnet50.preprocess_input(squares)
        return Encoding(self._network.predict(seen, verbose=0), {})
