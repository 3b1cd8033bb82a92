"""What earlier systems search with: a small convolutional autoencoder, and k-means over its code."""

from collections.abc import Callable, Sequence

import keras
import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans

from catalog.imaging import Pixels, square
from recommendations.encoders import Encoder, EncoderCard, Encoding
from recommendations.training.datasets import DatasetError, ProductShot, held_out
from recommendations.training.pictures import read_picture

SIDE = 64
FILTERS = (16, 8, 8)
CODE_SIZE = (SIDE >> len(FILTERS)) ** 2 * FILTERS[-1]
BATCH = 64
CLUSTERS = 10
Vectors = NDArray[np.float32]


class AutoencoderEncoder(Encoder):
    """The code in the middle, not of length one: it is compared by Euclidean distance."""

    card = EncoderCard(key="autoencoder", dimension=CODE_SIZE, input_size=SIDE, digest="")

    def __init__(self, coder: keras.Model) -> None:
        self._coder = coder

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        small = np.stack([square(picture, SIDE) for picture in pictures])
        return Encoding(keras.ops.convert_to_numpy(self._coder.predict_on_batch(_scaled(small))), {})


def train_autoencoder(
    shots: Sequence[ProductShot], *, epochs: int, progress: Callable[[int], object]
) -> tuple[AutoencoderEncoder, Vectors]:
    """An autoencoder of the shots that are trained on, and the centres of its codes' CLUSTERS.

    `progress` is told of each picture read. Raises DatasetError when none can be read.
    """
    pictures = _read([shot for shot in shots if not held_out(shot)], progress)
    keras.utils.set_random_seed(0)
    whole, coder = _network()
    whole.compile("adam", "mse")
    for epoch in range(epochs):
        order = np.random.default_rng(epoch).permutation(len(pictures))
        for start in range(0, len(order), BATCH):
            batch = _scaled(pictures[order[start : start + BATCH]])
            whole.train_on_batch(batch, batch)
    codes = [
        coder.predict_on_batch(_scaled(pictures[row : row + BATCH])) for row in range(0, len(pictures), BATCH)
    ]
    return AutoencoderEncoder(coder), _centres(np.concatenate(codes))


def _centres(codes: Vectors) -> Vectors:
    found = KMeans(min(CLUSTERS, len(codes)), n_init=4, random_state=0).fit(codes).cluster_centers_
    return np.asarray(found, np.float32)


def _network() -> tuple[keras.Model, keras.Model]:
    """The whole autoencoder, and its first half with the code as one row."""
    layers = keras.layers
    pictures = seen = keras.Input((SIDE, SIDE, 3))
    for filters in FILTERS:
        seen = layers.Conv2D(filters, 3, padding="same", activation="relu")(seen)
        seen = layers.MaxPooling2D()(seen)
    code = layers.Flatten()(seen)
    for filters in reversed(FILTERS):
        seen = layers.Conv2D(filters, 3, padding="same", activation="relu")(seen)
        seen = layers.UpSampling2D()(seen)
    again = layers.Conv2D(3, 3, padding="same", activation="sigmoid")(seen)
    return keras.Model(pictures, again), keras.Model(pictures, code)


def _read(shots: Sequence[ProductShot], progress: Callable[[int], object]) -> NDArray[np.uint8]:
    pictures = []
    for shot in shots:
        progress(1)
        if (picture := read_picture(shot.path)) is not None:
            pictures.append(square(picture, SIDE))
    if not pictures:
        raise DatasetError("None of the pictures can be read.")
    return np.stack(pictures)


def _scaled(pictures: NDArray[np.uint8]) -> Vectors:
    return np.asarray(pictures / 255, np.float32)
