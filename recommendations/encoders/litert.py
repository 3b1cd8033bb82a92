"""An encoder in a LiteRT file: `model.tflite` beside its `card.json`."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, square
from recommendations.encoders.base import Encoder, EncoderArtefactError, EncoderCard, Encoding

MODEL_FILE = "model.tflite"
CARD_FILE = "card.json"


def read_card(folder: Path) -> EncoderCard:
    """The card of the artefact in `folder`. Raises EncoderArtefactError."""
    file = folder / CARD_FILE
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
        return EncoderCard(
            key=facts["key"],
            dimension=int(facts["dimension"]),
            input_size=int(facts["input_size"]),
            digest=facts["digest"],
            size_bytes=int(facts["size_bytes"]),
            labels={head: tuple(labels) for head, labels in facts["labels"].items()},
            description=facts.get("description", ""),
            backbone=facts.get("backbone", ""),
            weights=facts.get("weights", ""),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EncoderArtefactError(f"The encoder card {file} cannot be read: {error!r}.") from error


class LiteRTEncoder(Encoder):
    """Runs one picture at a time on one thread: larger batches are no faster per picture."""

    def __init__(self, folder: Path) -> None:
        self.card = read_card(folder)
        self._file = folder / MODEL_FILE
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

    def _loaded(self) -> Any:
        # Only now, so that a parent process that knows this encoder has nothing to hand down to its children.
        if self._runner is None:
            self._runner = self._load()
        return self._runner

    def _load(self) -> Any:
        from ai_edge_litert.interpreter import Interpreter

        content = self._checked_content()
        try:
            runner = Interpreter(model_content=content, num_threads=1).get_signature_runner()
        except ValueError as error:
            raise EncoderArtefactError(f"{self._file} is not a LiteRT model: {error}") from error
        self._check_shapes(runner)
        return runner

    def _checked_content(self) -> bytes:
        try:
            content = self._file.read_bytes()
        except OSError as error:
            raise EncoderArtefactError(
                f"The encoder {self._file} cannot be read: {error.strerror}."
            ) from error
        if (digest := hashlib.sha256(content).hexdigest()) != self.card.digest:
            raise EncoderArtefactError(
                f"{self._file} is not the file of its card: its SHA-256 starts with {digest[:12]}, "
                f"the card says {self.card.digest[:12]}. Restore the file or export the encoder again."
            )
        return content

    def _check_shapes(self, runner: Any) -> None:
        side = self.card.input_size
        expected: dict[str, tuple[int, ...]] = {
            "pictures": (1, side, side, 3),
            "embedding": (1, self.card.dimension),
        }
        expected |= {head: (1, len(labels)) for head, labels in self.card.labels.items()}
        found = {**runner.get_input_details(), **runner.get_output_details()}
        for name, shape in expected.items():
            if name not in found or _shape(found[name]["shape"]) != shape:
                raise EncoderArtefactError(
                    f"{self._file} has no tensor {name!r} of the shape {shape} of its card."
                )


def _shape(of: NDArray[np.int32]) -> tuple[int, ...]:
    return tuple(int(size) for size in of)
