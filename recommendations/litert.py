"""A network in a LiteRT file, checked against the card that lies beside it."""

import hashlib
import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

MODEL_FILE = "model.tflite"
CARD_FILE = "card.json"


class ArtefactError(Exception):
    """A network's file or card is missing, or the file is not the one that its card speaks of."""


def read_facts(folder: Path) -> dict[str, Any]:
    """What the card in `folder` says. Raises ArtefactError."""
    file = folder / CARD_FILE
    try:
        facts = json.loads(file.read_text(encoding="utf-8"))
        return dict(facts)
    except (OSError, ValueError, TypeError) as error:
        raise ArtefactError(f"The card {file} cannot be read: {error!r}.") from error


def write_facts(folder: Path, facts: Mapping[str, Any]) -> None:
    """Writes the card in `folder`."""
    text = json.dumps(facts, indent=2, ensure_ascii=False) + "\n"
    write_whole(folder / CARD_FILE, text.encode())


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.fresh")
    fresh.write_bytes(content)
    os.replace(fresh, path)


def load_runner(folder: Path, *, digest: str, shapes: Mapping[str, tuple[int, ...]]) -> Any:
    """The network's default signature, for one thread. Raises ArtefactError.

    `digest`: SHA-256 of the file; `shapes`: of its inputs and outputs, by their names.
    """
    from ai_edge_litert.interpreter import Interpreter

    file = folder / MODEL_FILE
    content = _checked_content(file, digest)
    try:
        runner = Interpreter(model_content=content, num_threads=1).get_signature_runner()
    except ValueError as error:
        raise ArtefactError(f"{file} is not a LiteRT model: {error}") from error
    found = {**runner.get_input_details(), **runner.get_output_details()}
    for name, shape in shapes.items():
        if name not in found or tuple(int(size) for size in found[name]["shape"]) != shape:
            raise ArtefactError(f"{file} has no tensor {name!r} of the shape {shape} of its card.")
    return runner


@lru_cache(maxsize=2)
def _checked_content(file: Path, digest: str) -> bytes:
    """Kept: all interpreters of a process read the weights where they lie, and megabytes are hashed once."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise ArtefactError(f"The network {file} cannot be read: {error.strerror}.") from error
    if (found := hashlib.sha256(content).hexdigest()) != digest:
        raise ArtefactError(
            f"{file} is not the file of its card: its SHA-256 starts with {found[:12]}, "
            f"the card says {digest[:12]}. Restore the file or export the network again."
        )
    return content
