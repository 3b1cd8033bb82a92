"""Whether an artefact is what its card says: `python -m recommendations.encoders.check FOLDER`.

In a process of its own, because a network that was made badly can take down the one that opens it.
"""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels
from recommendations.encoders.base import Encoder, EncoderArtefactError
from recommendations.encoders.litert import LiteRTEncoder
from recommendations.litert import MODEL_FILE

MOST_DIMENSIONS = 4000
"""What the index of half-precision vectors takes."""
_SIDES = range(16, 1025)
_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_PATIENCE = 60
_TOLERANCE = 0.02
_ALIKE = 0.99
_PLANE = 3


def check_artefact(folder: Path) -> None:
    """Opens the artefact elsewhere and has it look at a few pictures. Raises EncoderArtefactError."""
    command = [sys.executable, "-m", "recommendations.encoders.check", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise EncoderArtefactError(
            f"The network does not answer: it was given up after {_PATIENCE} s."
        ) from error
    if done.returncode < 0:
        raise EncoderArtefactError("The network takes down the process that opens it: it is damaged.")
    if done.returncode:
        raise EncoderArtefactError(
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "It fails."
        )


def check_here(folder: Path) -> None:
    """Raises EncoderArtefactError with a sentence about what is wrong."""
    encoder = LiteRTEncoder(folder)
    _check_card(encoder, (folder / MODEL_FILE).stat().st_size)
    vectors = encoder.encode(_pictures()).vectors
    if not np.isfinite(vectors).all() or abs(np.linalg.norm(vectors, axis=1) - 1).max() > _TOLERANCE:
        raise EncoderArtefactError("Its vectors are not of length one.")
    if np.allclose(vectors[0], vectors[1], atol=1e-4):
        raise EncoderArtefactError("It sees no difference between two pictures that have nothing in common.")
    if encoder.card.patches:
        _check_patches(encoder, vectors[1])


def _check_card(encoder: Encoder, size: int) -> None:
    card = encoder.card
    if not _KEY.fullmatch(card.key):
        raise EncoderArtefactError("The key on the card is not of lower-case letters, digits and hyphens.")
    if card.backbone:
        raise EncoderArtefactError(
            "Only networks in LiteRT files can be added: this one asks for TensorFlow."
        )
    if not 1 <= card.dimension <= MOST_DIMENSIONS:
        raise EncoderArtefactError(f"A vector has 1 to {MOST_DIMENSIONS} numbers, not {card.dimension}.")
    if not 0 <= card.looks_from < card.dimension:
        raise EncoderArtefactError(
            f"Of {card.dimension} numbers the looks cannot begin at {card.looks_from}."
        )
    if card.patches and (len(card.patches) != _PLANE or min(card.patches) < 1):
        raise EncoderArtefactError(
            f"Of patches it tells rows, columns and numbers, not {list(card.patches)}."
        )
    if card.input_size not in _SIDES:
        raise EncoderArtefactError(
            f"It looks at squares of {card.input_size} pixels: 16 to 1024 are possible."
        )
    if card.size_bytes != size:
        raise EncoderArtefactError(f"Its file has {size} bytes, the card says {card.size_bytes}.")


def _check_patches(encoder: Encoder, vector: NDArray[np.float32]) -> None:
    patches = encoder.patches(_pictures()[1])
    start = encoder.card.looks_from
    looks, whole = vector[start : start + patches.shape[-1]], patches.mean(axis=(0, 1))
    if looks.shape != whole.shape or looks @ whole < _ALIKE * np.linalg.norm(looks) * np.linalg.norm(whole):
        raise EncoderArtefactError("What it tells of patches does not add up to how it sees the picture.")


def _pictures() -> list[Pixels]:
    rng = np.random.default_rng(0)
    return [np.full((96, 64, 3), 20, np.uint8), rng.integers(0, 256, (64, 96, 3), dtype=np.uint8)]


if __name__ == "__main__":
    try:
        check_here(Path(sys.argv[1]))
    except (EncoderArtefactError, OSError) as error:
        sys.exit(str(error))
