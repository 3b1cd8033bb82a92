"""An encoder in a LiteRT file: `model.tflite` beside its `card.json`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, square
from recommendations.encoders.base import Encoder, EncoderArtefactError, EncoderCard, Encoding
from recommendations.litert import CARD_FILE, ArtefactError, load_runner, read_facts

PATCHES = "patches"


def read_card(folder: Path) -> EncoderCard:
    """The card of the artefact in `folder`. Raises EncoderArtefactError."""
    try:
        facts = read_facts(folder)
        return EncoderCard(
            key=facts["key"],
            dimension=int(facts["dimension"]),
            input_size=int(facts["input_size"]),
            digest=facts["digest"],
            size_bytes=int(facts["size_bytes"]),
            labels={head: tuple(labels) for head, labels in facts["labels"].items()},
            looks_from=int(facts.get("looks_from", 0)),
            patches=tuple(int(size) for size in facts.get("patches", ())),
            description=facts.get("description", ""),
            backbone=facts.get("backbone", ""),
            weights=facts.get("weights", ""),
            strength=facts.get("strength", {}),
            product_strength=facts.get("product_strength", {}),
            recognised_from=float(facts.get("recognised_from", 0)),
        )
    except ArtefactError as error:
        raise EncoderArtefactError(str(error)) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EncoderArtefactError(f"The card {folder / CARD_FILE} cannot be read: {error!r}.") from error


class LiteRTEncoder(Encoder):
    """Runs one picture at a time on one thread: larger batches are no faster per picture."""

    def __init__(self, folder: Path) -> None:
        self.card = read_card(folder)
        self._folder = folder
        self._runner: Any = None

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        """Raises EncoderArtefactError when the file is not the card's."""
        runner = self._loaded()
        side, heads = self.card.input_size, self.card.labels
        vectors = np.empty((len(pictures), self.card.dimension), np.float32)
        scores = {head: np.empty((len(pictures), len(labels)), np.float32) for head, labels in heads.items()}
        for row, picture in enumerate(pictures):
            seen = runner(pictures=square(picture, side)[None])
            vectors[row] = seen["embedding"][0]
            for head, rows in scores.items():
                rows[row] = seen[head][0]
        return Encoding(vectors, scores)

    def patches(self, picture: Pixels) -> NDArray[np.float32]:
        """Raises EncoderArtefactError when the file is not the card's."""
        if not self.card.patches:
            return super().patches(picture)
        seen = self._loaded()(pictures=square(picture, self.card.input_size)[None])
        patches: NDArray[np.float32] = seen[PATCHES][0]
        return patches

    def _loaded(self) -> Any:
        # Only now, so that a parent process that knows this encoder has nothing to hand down to its children.
        if self._runner is None:
            self._runner = self._load()
        return self._runner

    def _load(self) -> Any:
        side = self.card.input_size
        shapes: dict[str, tuple[int, ...]] = {
            "pictures": (1, side, side, 3),
            "embedding": (1, self.card.dimension),
        }
        if self.card.patches:
            shapes[PATCHES] = (1, *self.card.patches)
        shapes |= {head: (1, len(labels)) for head, labels in self.card.labels.items()}
        try:
            return load_runner(self._folder, digest=self.card.digest, shapes=shapes)
        except ArtefactError as error:
            raise EncoderArtefactError(str(error)) from error
