"""What both eyes see in a set of pictures, as arrays."""

from collections.abc import Iterable
from dataclasses import dataclass

import keras
import numpy as np
from numpy.typing import NDArray

from recommendations.training.parts import Parts, probabilities

Rows = NDArray[np.float32]
CHUNK = 48
LEVELS = ("late", "middle", "early")


@dataclass(frozen=True)
class Looks:
    """n pictures seen by the tuned network ("embedding" and each head's logits) and by the untouched one."""

    tuned: dict[str, Rows]
    late: Rows
    levels: Rows

    def sure(self, parts: Parts) -> dict[str, Rows]:
        """The probabilities of each head."""
        second = parts.second.logits(self.levels)
        return {
            head: probabilities(tuned * self.tuned[head] + untouched * second[head])
            for head, (tuned, untouched) in parts.trust.items()
        }

    def vectors(self, parts: Parts) -> Rows:
        """(n, d) unit rows, as the exported file makes them."""
        general = unit(parts.general(self.late))
        vectors: Rows = keras.ops.convert_to_numpy(
            parts.vectors(self.tuned["embedding"], general, self.sure(parts))
        )
        return vectors


def look(network: keras.Model, untouched: keras.Model, pictures: Rows) -> Looks:
    """What both eyes see in pictures (n, side, side, 3), n > 0, in 0 … 255."""
    late, levels = untouched_outputs(untouched, chunks(pictures))
    return Looks(tuned_outputs(network, chunks(pictures)), late, levels)


def tuned_outputs(network: keras.Model, batches: Iterable[Rows]) -> dict[str, Rows]:
    parts = [network.predict_on_batch(batch.astype(np.float32)) for batch in batches]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def untouched_outputs(untouched: keras.Model, batches: Iterable[Rows]) -> tuple[Rows, Rows]:
    """Its late features, and those of all LEVELS side by side."""
    parts = [untouched.predict_on_batch(batch.astype(np.float32)) for batch in batches]
    levels = [np.concatenate([part[level] for part in parts]) for level in LEVELS]
    return levels[0], np.concatenate(levels, axis=1)


def unit(rows: Rows) -> Rows:
    scaled: Rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return scaled


def chunks(pictures: Rows) -> Iterable[Rows]:
    return (pictures[start : start + CHUNK] for start in range(0, len(pictures), CHUNK))
