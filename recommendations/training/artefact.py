"""The folder that the shop takes an encoder from: the model and its card."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from recommendations.litert import MODEL_FILE, write_facts, write_whole


def write_artefact(
    folder: Path,
    content: bytes,
    *,
    key: str,
    dimension: int,
    side: int,
    labels: Mapping[str, Sequence[str]],
    **facts: Any,
) -> None:
    """Writes model and card; `facts` are told on the card after what the shop needs."""
    card = {
        "key": key,
        "dimension": dimension,
        "input_size": side,
        "digest": hashlib.sha256(content).hexdigest(),
        "size_bytes": len(content),
        "labels": {head: list(names) for head, names in labels.items()},
        **facts,
    }
    write_whole(folder / MODEL_FILE, content)
    write_facts(folder, card)
