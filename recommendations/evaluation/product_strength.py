"""What similarities between products mean: those of studio shots are higher than a phone photo's to any."""

from collections.abc import Sequence

import numpy as np

from recommendations.evaluation.search import Vectors, nearest_rows
from recommendations.evaluation.strength import Judged
from recommendations.strength import Strength
from recommendations.training.datasets import ProductShot

MATCHES = 12
"""As many as a row of similar looks has."""


def judged_products(vectors: Vectors, shots: Sequence[ProductShot]) -> dict[Strength, Judged]:
    """The nearest of each shot among the others, with what they deserve to be called; kinds are its type."""
    near = nearest_rows(vectors, vectors, min(MATCHES, max(0, len(shots) - 1)), same=True)
    asked, found = np.repeat(np.arange(len(near)), near.shape[1]), near.ravel()
    items = np.array([f"{shot.group}\n{shot.colour}" for shot in shots])
    types, colours = (np.array([getattr(shot, name) for shot in shots]) for name in ("type", "colour"))
    similarity = np.einsum("nd,nd->n", vectors[asked], vectors[found]).astype(np.float64)
    same_type = types[found] == types[asked]
    deserved = {
        Strength.SAME_ITEM: items[found] == items[asked],
        Strength.VERY_CLOSE: same_type & (colours[found] == colours[asked]),
        Strength.SIMILAR: same_type,
    }
    return {name: Judged(asked, similarity, types[asked], right) for name, right in deserved.items()}
