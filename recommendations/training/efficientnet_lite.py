"""EfficientNet-Lite, which keras.applications lacks: EfficientNet without what slows it down on CPUs.

Tan and Le, https://arxiv.org/abs/1905.11946; the lite variants (no squeeze and excitation, ReLU6 in place of
swish, a stem and a head that don't grow) are those of github.com/tensorflow/tpu,
models/official/efficientnet/lite.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import keras
from keras import layers

from recommendations.training.losses import Tensor

STEM, HEAD = 32, 1280
EPSILON = 1e-3


@dataclass(frozen=True, slots=True)
class Stage:
    """`repeats` blocks of which the first has the `stride`; filters and repeats before scaling."""

    filters: int
    repeats: int
    kernel: int
    stride: int
    expand: int = 6


STAGES = (
    Stage(16, 1, 3, 1, expand=1),
    Stage(24, 2, 3, 2),
    Stage(40, 2, 5, 2),
    Stage(80, 3, 3, 2),
    Stage(112, 3, 5, 1),
    Stage(192, 4, 5, 2),
    Stage(320, 1, 3, 1),
)


def EfficientNetLite0(**options: Any) -> keras.Model:  # noqa: N802, named as in keras.applications
    return _network("efficientnetlite0", 1.0, 1.0, **options)


def EfficientNetLite1(**options: Any) -> keras.Model:  # noqa: N802
    return _network("efficientnetlite1", 1.0, 1.1, **options)


def EfficientNetLite2(**options: Any) -> keras.Model:  # noqa: N802
    return _network("efficientnetlite2", 1.1, 1.2, **options)


def preprocess_input(pictures: Tensor) -> Tensor:
    """Pixels 0 … 255 as these networks were trained with them."""
    return (pictures - 127.0) / 128.0


def _network(
    name: str,
    width: float,
    depth: float,
    *,
    include_top: bool = False,
    input_shape: tuple[int | None, int | None, int] = (None, None, 3),
    weights: None = None,
) -> keras.Model:
    """The features (n, side / 32, side / 32, HEAD) of preprocessed pictures, with random weights.

    Raises ValueError when more is asked for: neither a classifier nor a download is known here.
    """
    if include_top or weights is not None:
        raise ValueError(f"{name} has features only, and its weights come from a file.")
    pictures = keras.Input(input_shape)
    plane = _convolved(pictures, STEM, 3, 2, "stem")
    for number, (stage, filters, stride) in enumerate(_blocks(width, depth)):
        plane = _block(plane, stage, filters, stride, f"block{number}")
    return keras.Model(pictures, _convolved(plane, HEAD, 1, 1, "head"), name=name)


def _blocks(width: float, depth: float) -> Iterator[tuple[Stage, int, int]]:
    """Each block's stage, filters and stride. The first and the last stage are never repeated more."""
    for stage in STAGES:
        scaled = stage not in (STAGES[0], STAGES[-1])
        for repeat in range(math.ceil(stage.repeats * depth) if scaled else stage.repeats):
            yield stage, _rounded(stage.filters * width), 1 if repeat else stage.stride


def _rounded(filters: float) -> int:
    """To the nearest multiple of eight that is not a tenth less."""
    near = max(8, int(filters + 4) // 8 * 8)
    return near + 8 if near < 0.9 * filters else near


def _block(plane: Tensor, stage: Stage, filters: int, stride: int, name: str) -> Tensor:
    entered, wide = plane.shape[-1], plane.shape[-1] * stage.expand
    grown = plane if stage.expand == 1 else _convolved(plane, wide, 1, 1, f"{name}_expand")
    depthwise = layers.DepthwiseConv2D(
        stage.kernel, stride, padding="same", use_bias=False, name=f"{name}_depthwise"
    )(grown)
    bent = layers.ReLU(6.0)(layers.BatchNormalization(epsilon=EPSILON, name=f"{name}_norm")(depthwise))
    shrunk = layers.Conv2D(filters, 1, use_bias=False, name=f"{name}_project")(bent)
    out = layers.BatchNormalization(epsilon=EPSILON, name=f"{name}_project_norm")(shrunk)
    return layers.Add(name=f"{name}_add")([plane, out]) if stride == 1 and entered == filters else out


def _convolved(plane: Tensor, filters: int, kernel: int, stride: int, name: str) -> Tensor:
    seen = layers.Conv2D(filters, kernel, stride, padding="same", use_bias=False, name=name)(plane)
    return layers.ReLU(6.0)(layers.BatchNormalization(epsilon=EPSILON, name=f"{name}_norm")(seen))
