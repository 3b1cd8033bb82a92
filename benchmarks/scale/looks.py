"""As many looks as one likes, that lie beside each other as real ones do."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]
IMAGES_EACH = 2
SPREAD = 0.4
"""How far a drawn product is from the real one it starts from: times the difference of two of its type."""
VIEW = 0.12
"""The same between two pictures of one product."""
GRAIN = 0.05
"""Length of the noise that has no direction: real looks are not mixtures of each other either."""


class Looks:
    """Real vectors, of length one, and noise conditioned on their types."""

    def __init__(self, vectors: Floats, types: Sequence[str]) -> None:
        self.vectors, self.types = vectors, np.asarray(types)
        self._members = {kind: np.flatnonzero(self.types == kind) for kind in np.unique(self.types)}

    @property
    def dimension(self) -> int:
        return int(self.vectors.shape[1])

    def draw(self, count: int, rng: np.random.Generator, *, kind: str = "") -> tuple[Floats, Rows]:
        """Vectors (count, IMAGES_EACH, dimension) of length one, and the real products they started from.

        Each starts from a real one (of `kind`, if that is given) and goes where real ones of its type differ.
        """
        starts = rng.choice(self._members[kind] if kind else len(self.vectors), count)
        products = self.vectors[starts] + SPREAD * self._differences(starts, rng) + self._grain(count, rng)
        views = [unit(products + VIEW * self._differences(starts, rng)) for _ in range(IMAGES_EACH)]
        return np.stack(views, axis=1), starts

    def _differences(self, starts: Rows, rng: np.random.Generator) -> Floats:
        """Of two real ones of the same type each, as long as their spread around its middle."""
        one, other = np.empty_like(starts), np.empty_like(starts)
        for kind, members in self._members.items():
            here = np.flatnonzero(self.types[starts] == kind)
            one[here], other[here] = rng.choice(members, (2, len(here)))
        return (self.vectors[one] - self.vectors[other]) / np.float32(np.sqrt(2))

    def _grain(self, count: int, rng: np.random.Generator) -> Floats:
        noise = rng.standard_normal((count, self.dimension), dtype=np.float32)
        return noise * np.float32(GRAIN / np.sqrt(self.dimension))


def unit(vectors: Floats) -> Floats:
    lengths: Floats = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / lengths
