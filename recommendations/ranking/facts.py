"""What ranking knows of a product, and of what it is to be like."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A product that was found. `similarity` is a cosine, `vector` its best image's, of length one.

    `looks_from`: so many of the vector's numbers, the first, tell labels. `price` is the lowest, in minor
    units, None without variants; `stock` counts the pieces on hand.
    """

    product_id: int
    similarity: float
    vector: Vector
    title: str = ""
    product_type: str = ""
    gender: str = ""
    colours: frozenset[str] = frozenset()
    price: int | None = None
    age_days: float = 0.0
    stock: int = 0
    looks_from: int = 0


def looks_of(vectors: Vector, looks_from: int) -> Vector:
    """One vector or a row of each, without the first `looks_from` numbers, of length one: all shirts are
    alike in their being shirts."""
    if not looks_from:
        return vectors
    looks = vectors[..., looks_from:]
    lengths = np.linalg.norm(looks, axis=-1, keepdims=True)
    lengths[lengths == 0] = 1
    return np.asarray(looks / lengths, np.float32)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of what they are to be like; what is not known is empty, and tells none from another."""

    product_type: str = ""
    gender: str = ""
    colours: frozenset[str] = frozenset()
    price: int | None = None

    def but(self, other: "Wanted") -> "Wanted":
        """This, with what is known of `other` instead."""
        return Wanted(
            other.product_type or self.product_type,
            other.gender or self.gender,
            other.colours or self.colours,
            other.price or self.price,
        )
