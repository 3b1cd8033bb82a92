"""Who takes part in the comparison."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from catalog.imaging import Pixels
from recommendations.encoders import Encoder, EncoderCard, Encoding
from recommendations.evaluation.boxes import WHOLE, Edges
from recommendations.evaluation.search import Search, nearest_rows

HALF, SINGLE = 2, 4
FirstBox = Callable[[Pixels], Edges]


@dataclass(frozen=True)
class Contender:
    """An encoder with the search that goes with it."""

    encoder: Encoder
    search: Search = nearest_rows
    bytes_per_number: int = HALF
    """As it is stored: the shop keeps half precision."""
    first_box: FirstBox | None = None
    """Where in a photo a shop with this encoder would look first; None if it does not look for boxes."""
    not_run: str = ""
    """Why only its cost is measured."""

    @property
    def name(self) -> str:
        return self.encoder.card.key

    @property
    def bytes_per_product(self) -> int:
        return self.encoder.card.dimension * self.bytes_per_number


def whole_photo(photo: Pixels) -> Edges:
    """The box of whoever does not look for one."""
    return WHOLE


class ChanceEncoder(Encoder):
    """A vector drawn at random for each picture, whatever it shows: what searching at random finds."""

    card = EncoderCard(key="chance", dimension=16, input_size=1, digest="")

    def __init__(self) -> None:
        self._rng = np.random.default_rng(0)

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        vectors = self._rng.normal(size=(len(pictures), self.card.dimension)).astype(np.float32)
        return Encoding(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), {})
