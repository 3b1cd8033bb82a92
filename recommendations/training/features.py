"""Pooled features of a network of keras.applications, for those who know it by its name."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recommendations.encoders import EncoderArtefactError
from recommendations.training.backbones import UnknownBackboneError, backbone
from recommendations.training.pictures import seen_by


def pooled_features(name: str, weights: str | Path) -> Callable[[NDArray[np.uint8]], NDArray[np.float32]]:
    """From pictures (n, side, side, 3) to the network's last pooled features (n, numbers).

    Raises EncoderArtefactError when there is no such network or the weights are another's.
    """
    try:
        network = backbone(weights, name)
    except (UnknownBackboneError, OSError, ValueError) as error:
        raise EncoderArtefactError(f"{name} cannot be made: {error}") from error
    return lambda pictures: seen_by(network, pictures)
