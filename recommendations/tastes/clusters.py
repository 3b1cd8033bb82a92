"""Liked looks, grouped by likeness."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..ranking import Vector

MOST = 4
SAME = 0.6
"""Cosine to a group's middle from which a look belongs to it: about as near as things of one type are."""
ROUNDS = 3
WEAK = 0.2
"""A group with less than this share of the strongest one's weight is no taste, but chance."""


@dataclass(frozen=True, eq=False)
class Taste:
    """The middle of some looks, of length one; `weight` is how much they are liked together."""

    vector: Vector
    weight: float
    product_ids: tuple[int, ...]


def tastes(vectors: Mapping[int, Vector], liked: Mapping[int, float]) -> list[Taste]:
    """Up to MOST, the strongest first, of the products that have both a vector and a liking over 0.

    Groups begin with the most liked; each look then joins the nearest, a few times over.
    """
    ids = [pk for pk, weight in sorted(liked.items(), key=lambda p: -p[1]) if weight > 0 and pk in vectors]
    if not ids:
        return []
    looks = np.stack([vectors[pk] for pk in ids])
    weights = np.array([liked[pk] for pk in ids])
    middles = _beginnings(looks)
    for _ in range(ROUNDS):
        groups = (looks @ middles.T).argmax(axis=1)
        middles = np.stack([_middle(looks, weights, groups == n, middles[n]) for n in range(len(middles))])
    found = [
        Taste(
            middles[n],
            float(weights[groups == n].sum()),
            tuple(pk for pk, group in zip(ids, groups, strict=True) if group == n),
        )
        for n in range(len(middles))
        if (groups == n).any()
    ]
    strongest = max(taste.weight for taste in found)
    kept = (taste for taste in found if taste.weight >= WEAK * strongest)
    return sorted(kept, key=lambda taste: -taste.weight)


def _beginnings(looks: Vector) -> Vector:
    rows = [0]
    for row in range(1, len(looks)):
        if len(rows) < MOST and (looks[rows] @ looks[row]).max() < SAME:
            rows.append(row)
    return looks[rows]


def _middle(looks: Vector, weights: Vector, member: Vector, before: Vector) -> Vector:
    mean: Vector = (looks[member] * weights[member, None]).sum(axis=0)
    length = float(np.linalg.norm(mean))
    return (mean / length).astype(np.float32) if length else before
