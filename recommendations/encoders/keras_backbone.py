"""A network of keras.applications as an encoder of the gallery, in the worker.

TensorFlow is imported when it first encodes, and nowhere else: a web process has no memory for it.
"""

import hashlib
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from catalog.imaging import Pixels, square
from recommendations.encoders.base import Encoder, EncoderArtefactError, Encoding
from recommendations.encoders.litert import read_card

IMAGENET = "imagenet"
_FEATURES = "recommendations.training.features"
Features = Callable[[NDArray[np.uint8]], NDArray[np.float32]]


class KerasEncoder(Encoder):
    """Pooled features of length one, of the card's `backbone` and `weights`."""

    def __init__(self, folder: Path) -> None:
        self.card = read_card(folder)
        self._folder = folder
        self._features: Features | None = None

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        """Raises EncoderArtefactError when TensorFlow cannot be used here, or the file is not the card's."""
        if not pictures:
            return Encoding(np.empty((0, self.card.dimension), np.float32), {})
        if self._features is None:
            self._features = self._load()
        rows = self._features(np.stack([square(picture, self.card.input_size) for picture in pictures]))
        if rows.shape[1] != self.card.dimension:
            raise EncoderArtefactError(
                f"{self.card.key} makes {rows.shape[1]} numbers, its card says {self.card.dimension}."
            )
        return Encoding(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), {})

    def _load(self) -> Features:
        if not settings.VITRINE_KERAS_ENCODERS:
            raise EncoderArtefactError(
                f"{self.card.key} runs on TensorFlow, which this process does not use: "
                "it encodes the gallery in a worker with VITRINE_KERAS_ENCODERS=true."
            )
        if not find_spec("tensorflow"):
            raise EncoderArtefactError(f"{self.card.key} needs TensorFlow: pip install 'vitrine[train]'.")
        weights = IMAGENET if self.card.weights == IMAGENET else self._checked_weights()
        # By its name, so that whoever imports encoders does not import TensorFlow.
        features: Features = import_module(_FEATURES).pooled_features(self.card.backbone, weights)
        return features

    def _checked_weights(self) -> Path:
        file = self._folder / self.card.weights
        try:
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            raise EncoderArtefactError(f"The weights {file} cannot be read: {error.strerror}.") from error
        if digest != self.card.digest:
            raise EncoderArtefactError(f"{file} is not the file of its card: its SHA-256 is {digest[:12]}….")
        return file
