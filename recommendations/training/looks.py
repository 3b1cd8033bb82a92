"""What a network sees in a set of pictures, as arrays."""

from collections.abc import Iterable
from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

from recommendations.training.parts import PALETTE, Parts, probabilities

Rows = NDArray[np.float32]
CHUNK = 48


@dataclass(frozen=True)
class Looks:
    """n pictures as the network sees them: "embedding", "general", "palette" and each head's logits."""

    seen: dict[str, Rows]

    def sure(self, parts: Parts) -> dict[str, Rows]:
        """The probabilities of each head."""
        return {
            head: probabilities(sharpness * self.seen[head]) for head, sharpness in parts.sharpness.items()
        }

    def vectors(self, parts: Parts) -> Rows:
        """(n, d) unit rows, as the exported file makes them."""
        vectors: Rows = keras.ops.convert_to_numpy(
            parts.vectors(
                self.seen["embedding"],
                self.seen["general"],
                {PALETTE: self.seen[PALETTE], **self.sure(parts)},
            )
        )
        return vectors


def look(network: keras.Model, pictures: Rows) -> Looks:
    """What the network sees in pictures (n, side, side, 3), n > 0, in 0 … 255."""
    return Looks(outputs(network, chunks(pictures)))


def outputs(network: keras.Model, batches: Iterable[Rows]) -> dict[str, Rows]:
    parts = [network.predict_on_batch(batch.astype(np.float32)) for batch in batches]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def chunks(pictures: Rows) -> Iterable[Rows]:
    return (pictures[start : start + CHUNK] for start in range(0, len(pictures), CHUNK))
