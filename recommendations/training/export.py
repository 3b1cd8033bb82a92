"""From a trained network to the file that the shop runs: LiteRT with half-precision weights."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import keras
import numpy as np
from numpy.typing import NDArray

from recommendations.encoders.litert import PATCHES
from recommendations.training.losses import Tensor
from recommendations.training.parts import PALETTE, Parts
from recommendations.training.patches import with_patches

SERVED_HEADS = ("type", "colour", "gender")
PARITY = 0.999


class ExportError(Exception):
    """The exported file does not compute what the network computes."""


def served_network(network: keras.Model, parts: Parts, *, side: int) -> keras.Model:
    """From uint8 pictures (1, side, side, 3) to {"embedding": unit rows, head: calibrated probabilities,

    PATCHES: (1, rows, columns, EMBEDDING_SIZE), what each patch adds to how the picture looks}.
    """
    pictures = keras.Input((side, side, 3), batch_size=1, dtype="uint8", name="pictures")
    seen = with_patches(network)(keras.ops.cast(pictures, "float32"), training=False)
    sure = {head: keras.ops.softmax(sharpness * seen[head]) for head, sharpness in parts.sharpness.items()}
    vectors = Composer(parts)(
        {"appearance": seen["embedding"], "general": seen["general"], PALETTE: seen[PALETTE], **sure}
    )
    served = {head: rows for head, rows in sure.items() if head in SERVED_HEADS}
    return keras.Model(pictures, {"embedding": vectors, **served, PATCHES: seen[PATCHES]})


class Composer(keras.layers.Layer):  # type: ignore[misc]
    """`Parts.vectors` within a network: {"appearance", "general", PALETTE, head: probabilities …} → rows."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(name="composer")
        self.parts = parts

    def call(self, seen: Mapping[str, Tensor]) -> Tensor:
        vectors = self.parts.vectors(seen["appearance"], seen["general"], seen)
        return keras.ops.normalize(vectors, axis=-1)


def to_litert(served: keras.Model) -> bytes:
    """The served network as the content of a `.tflite` file with half-precision weights."""
    import tensorflow as tf  # only here: a network can be trained where there is none

    with TemporaryDirectory() as folder:
        file = Path(folder) / "model.tflite"
        served.export(
            file,
            format="litert",
            verbose=False,
            optimizations=[tf.lite.Optimize.DEFAULT],
            target_spec={
                "supported_types": [tf.float16],
                "supported_ops": [tf.lite.OpsSet.TFLITE_BUILTINS],
            },
            experimental_enable_resource_variables=False,
        )
        return file.read_bytes()


def check_parity(embeddings: NDArray[np.float32], expected: NDArray[np.float32]) -> float:
    """The mean cosine between unit rows that should be equal. Raises ExportError when it is under PARITY."""
    cosine = float((embeddings * expected).sum(axis=1).mean())
    if not cosine >= PARITY:
        raise ExportError(
            f"The exported encoder differs from the network: cosine {cosine:.5f}, under {PARITY}."
        )
    return cosine
