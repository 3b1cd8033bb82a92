"""The labels a network learns, and what is right for each picture."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recommendations.training.datasets import PhonePhoto, ProductShot

HEADS = ("type", "colour", "gender", "photo")
NO_LABEL = frozenset({"", "NA", "Not sure", "Other", "Skip"})
RIGHT_LABELS = Mapping[str, Collection[str]]


@cache
def photo_types() -> dict[str, tuple[str, ...]]:
    """For each label of a phone photo, the product types that answer it."""
    text = Path(__file__).with_name("photo_types.json").read_text(encoding="utf-8")
    return {label: tuple(types) for label, types in json.loads(text).items()}


def right_labels(item: ProductShot | PhonePhoto) -> RIGHT_LABELS:
    """The right labels of each head for one picture; a head that is absent does not apply to it."""
    if isinstance(item, ProductShot):
        return {"type": [item.type], "colour": [item.colour], "gender": [item.gender]}
    return {"type": photo_types().get(item.label, ()), "photo": [item.label]}


def label_sets(right: Iterable[RIGHT_LABELS], *, at_least: int = 10) -> dict[str, tuple[str, ...]]:
    """For each head the labels with enough examples to be learned among those that are `right`, the most

    frequent first.

    A head with fewer than two is left out.
    """
    counts: dict[str, Counter[str]] = {head: Counter() for head in HEADS}
    for known in right:
        for head, labels in known.items():
            counts[head].update(labels if len(labels) == 1 else ())
    enough = {
        head: tuple(label for label, n in count.most_common() if n >= at_least and label not in NO_LABEL)
        for head, count in counts.items()
    }
    return {head: labels for head, labels in enough.items() if len(labels) > 1}


def targets(right: Sequence[RIGHT_LABELS], head: str, labels: Sequence[str]) -> NDArray[np.float32]:
    """1 where the label is right, of shape (pictures, labels); a row of zeros is not learned from."""
    index = {label: column for column, label in enumerate(labels)}
    marks = np.zeros((len(right), len(labels)), np.float32)
    for row, sets in enumerate(right):
        for label in sets.get(head, ()):
            if label in index:
                marks[row, index[label]] = 1
    return marks
