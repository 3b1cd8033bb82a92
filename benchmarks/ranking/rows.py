"""The catalogue of a folder as ranking sees it, and the rows of similar looks that it makes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recommendations.encoders import encoder_cards
from recommendations.ranking import Facts, Vector, Wanted, Weights, ranked
from recommendations.ranking.rank import POOL
from recommendations.training.datasets import ProductShot, held_out, read_products

ROW = 12
Rows = list[NDArray[np.intp]]


@dataclass(frozen=True)
class Catalogue:
    """Each shot is one product; `vectors` are (n, dimension), of length one, labels before `looks_from`."""

    shots: Sequence[ProductShot]
    vectors: Vector
    looks_from: int

    @classmethod
    def read(cls, products: Path, vectors: Path, encoder: str) -> "Catalogue":
        """`vectors` is a file of `manage.py encode_images` of the same folder's images by `encoder`."""
        stored = np.load(vectors)
        by_name = {Path(name).stem: row for row, name in enumerate(stored["names"])}
        shots = [shot for shot in read_products(products) if shot.key in by_name]
        found = stored["vectors"][[by_name[shot.key] for shot in shots]].astype(np.float32)
        unit = found / np.linalg.norm(found, axis=1, keepdims=True)
        return cls(shots, unit, encoder_cards()[encoder].looks_from)

    def queries(self, count: int, seed: int = 0) -> NDArray[np.intp]:
        """Products that training never saw, always the same ones."""
        unseen = np.flatnonzero([held_out(shot) for shot in self.shots])
        return np.random.default_rng(seed).permutation(unseen)[:count]

    def found(self, query: int) -> NDArray[np.intp]:
        """The pool that `looks_like` ranks: the nearest of the product's own department."""
        near = self.vectors @ self.vectors[query]
        genders = np.array([shot.gender.lower() for shot in self.shots])
        near[~np.isin(genders, _beside(genders[query]))] = -1
        near[query] = -1
        return np.argsort(-near, kind="stable")[: POOL * ROW]

    def row(self, query: int, weights: Weights, diversity: float) -> NDArray[np.intp]:
        pool = [self._facts(row, query) for row in self.found(query)]
        best = ranked(pool, self._wanted(query), limit=ROW, weights=weights, diversity=diversity)
        return np.array([product.facts.product_id for product in best], np.intp)

    def _facts(self, row: int, query: int) -> Facts:
        shot, vector = self.shots[row], self.vectors[row]
        return Facts(
            row,
            float(vector @ self.vectors[query]),
            vector,
            shot.title,
            shot.type,
            shot.gender.lower(),
            frozenset([shot.colour]),
            looks_from=self.looks_from,
        )

    def _wanted(self, query: int) -> Wanted:
        shot = self.shots[query]
        return Wanted(shot.type, shot.gender.lower(), frozenset([shot.colour]))


def _beside(gender: str) -> list[str]:
    """Whose goods stand beside those of a gender."""
    return ["women", "men", "unisex"] if gender == "unisex" else [gender, "unisex"]
