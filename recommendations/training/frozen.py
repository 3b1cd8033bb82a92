"""The backbone before any training of ours, as an encoder to compare with."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from catalog.imaging import Pixels, square
from recommendations.encoders import Encoder, EncoderCard, Encoding
from recommendations.training.backbones import backbone
from recommendations.training.pictures import TEACHER_SIDE, seen_by


class FrozenEncoder(Encoder):
    """Pooled features of MobileNetV2 as ImageNet left it; `weights`: "imagenet" or an .h5 file."""

    card = EncoderCard(key="mobilenet-v2-frozen", dimension=1280, input_size=TEACHER_SIDE, digest="")

    def __init__(self, weights: str | Path) -> None:
        self._backbone = backbone(weights)

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        features = seen_by(self._backbone, np.stack([square(picture, TEACHER_SIDE) for picture in pictures]))
        return Encoding(features / np.linalg.norm(features, axis=1, keepdims=True), {})
