"""What the untouched network knows of each picture, made into targets: main directions and soft labels.

Labels are noisy and a network learns each picture by heart; a classifier that was fitted to other pictures
says what a label of such a picture would be, and how sure that is (knowledge distillation, Hinton et al.,
https://arxiv.org/abs/1503.02531, with folds).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from recommendations.training.batches import Pictures
from recommendations.training.heads import Linear, fit_heads
from recommendations.training.labels import targets
from recommendations.training.parts import probabilities

FOLDS = 4
GENERAL_SIZE = 96
Rows = NDArray[np.float32]


def with_knowledge(
    products: Pictures, photos: Pictures, labels: Mapping[str, Sequence[str]], *, seed: int
) -> tuple[Pictures, Pictures]:
    """Both with the targets "general" and, for each head, "soft " and its name."""
    both = [one for one in (products, photos) if len(one.pixels)]
    features = np.concatenate([one.teacher for one in both])
    details = np.concatenate([one.details for one in both])
    right = [rights for one in both for rights in one.right]
    groups = [group for one in both for group in one.groups]
    marks = {head: targets(right, head, names) for head, names in labels.items()}
    soft = soft_labels(np.concatenate([features, details], axis=1), groups, marks, seed=seed)
    known = {f"soft {head}": rows for head, rows in soft.items()}
    known["general"] = principal(features, GENERAL_SIZE)(features)
    first = len(products.pixels)
    return (
        replace(products, known={**products.known, **{name: rows[:first] for name, rows in known.items()}}),
        replace(photos, known={**photos.known, **{name: rows[first:] for name, rows in known.items()}}),
    )


def principal(features: Rows, size: int) -> Linear:
    """The `size` main directions of features (n, d), each divided by the square root of its spread.

    Fewer when there are fewer features or rows.
    """
    mean = features.mean(axis=0)
    size = min(size, *features.shape)
    _, spread, directions = np.linalg.svd(features - mean, full_matrices=False)
    kernel = directions[:size].T / np.sqrt(np.maximum(spread[:size] / len(features) ** 0.5, 1e-6))
    return Linear(kernel.astype(np.float32), (-mean @ kernel).astype(np.float32))


def soft_labels(
    features: Rows, groups: Sequence[str], right: Mapping[str, Rows], *, seed: int
) -> dict[str, Rows]:
    """For each head the probabilities (n, labels); a row of zeros where no label of that head is known.

    `features` (n, d): what is known of the pictures without labels; pictures of one group are always judged
    together; `right`: for each head (n, labels), 1 where a label is right.
    """
    folds = np.array([_fold(group) for group in groups])
    soft = {head: np.zeros_like(marks) for head, marks in right.items()}
    for fold in range(FOLDS if right else 0):
        asked = folds == fold
        told = {head: marks[~asked] for head, marks in right.items()}
        heads = fit_heads(features[~asked], told, seed=seed)
        for head, logits in heads.logits(features[asked]).items():
            known = right[head][asked].any(axis=1, keepdims=True)
            soft[head][asked] = probabilities(logits) * known
    return soft


def _fold(group: str) -> int:
    return hashlib.sha256(f"fold {group}".encode()).digest()[0] % FOLDS
