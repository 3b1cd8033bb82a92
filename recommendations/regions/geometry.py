"""Boxes as rows of left, top, right, bottom, in fractions of the picture."""

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]


def overlaps(ones: Rows, others: Rows) -> Rows:
    """Intersection over union of each of n boxes with each of m, (n, m); 0 where both are without area."""
    corner = np.maximum(ones[:, None, :2], others[None, :, :2])
    opposite = np.minimum(ones[:, None, 2:], others[None, :, 2:])
    shared = (opposite - corner).clip(0).prod(axis=2)
    union = _areas(ones)[:, None] + _areas(others)[None, :] - shared
    result: Rows = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
    return result


def distinct(boxes: Rows, scores: Rows, *, most_overlap: float) -> NDArray[np.intp]:
    """Rows of boxes to keep, best score first: each one that overlaps no better one by more than that."""
    alike = overlaps(boxes, boxes) > most_overlap
    kept: list[int] = []
    for row in np.argsort(-scores, kind="stable"):
        if not alike[row, kept].any():
            kept.append(int(row))
    return np.array(kept, np.intp)


def within(boxes: Rows, *, least: float) -> Rows:
    """The boxes moved and clipped into the picture, each side at least `least` long."""
    clipped = boxes.clip(0, 1)
    middle = (clipped[:, :2] + clipped[:, 2:]) / 2
    length = np.maximum(clipped[:, 2:] - clipped[:, :2], least)
    start = (middle - length / 2).clip(0, 1 - length)
    return np.concatenate([start, start + length], axis=1).astype(np.float32)


def _areas(boxes: Rows) -> Rows:
    areas: Rows = (boxes[:, 2:] - boxes[:, :2]).clip(0).prod(axis=1)
    return areas
