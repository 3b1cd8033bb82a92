"""What an encoder is."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels


class EncoderArtefactError(Exception):
    """An encoder's file is missing or is not the one that its card speaks of."""


@dataclass(frozen=True, kw_only=True)
class EncoderCard:
    """What is known of an encoder without loading it."""

    key: str
    dimension: int
    input_size: int
    """The side in pixels of the square that the encoder looks at."""
    digest: str
    """SHA-256 of the artefact, 64 hex digits. Vectors of two digests must not be compared."""
    size_bytes: int = 0
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each head ("type", "colour", ...) the labels that its scores speak of, in their order."""
    looks_from: int = 0
    """So many numbers of a vector, the first ones, tell labels; the others how the picture looks."""
    patches: tuple[int, ...] = ()
    """Rows, columns and numbers of what it tells of a picture's patches; empty if it does not."""
    description: str = ""
    backbone: str = ""
    """The network of keras.applications that it is, when it is one."""
    strength: Mapping[str, Any] = field(default_factory=dict)
    """What its similarities were found to mean, as `recommendations.strength` reads it."""
    product_strength: Mapping[str, Any] = field(default_factory=dict)
    """The same of similarities between products' pictures."""
    recognised_from: float = 0.0
    """Photos of goods whose likeliest types add up to less are rare; 0 where this was not measured."""
    weights: str = ""
    """With a backbone: "imagenet", or the file beside the card whose digest is the card's."""


@dataclass(frozen=True)
class Encoding:
    """What an encoder made of n pictures."""

    vectors: NDArray[np.float32]
    """(n, dimension), rows of length one."""
    scores: Mapping[str, NDArray[np.float32]]
    """For each head of the card a (n, labels) array of probabilities, rows adding up to one."""


class Encoder(ABC):
    """Turns pictures into vectors. For one thread at a time, and never across a fork."""

    card: EncoderCard

    @abstractmethod
    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        """Encodes upright RGB pictures of any size; no pictures give an Encoding of no rows."""

    def patches(self, picture: Pixels) -> NDArray[np.float32]:
        """What it makes of each patch of the square that it looks at, as large as its card says.

        Their mean, made of length one, is how the picture looks: the numbers of its vector from the card's
        `looks_from` on, made of length one. Raises NotImplementedError if it tells nothing of patches.
        """
        raise NotImplementedError(f"{self.card.key} tells nothing of patches.")
