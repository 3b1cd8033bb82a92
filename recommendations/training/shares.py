"""How much of the similarity each part of the vector gets: searched on pictures that training never saw."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from recommendations.training.datasets import PhonePhoto, ProductShot
from recommendations.training.labels import NO_LABEL, photo_types
from recommendations.training.looks import Looks
from recommendations.training.parts import PALETTE, Parts

NEIGHBOURS = 5
STEP = 0.05
LARGEST_SUM = 0.98
COUNTS = {"type": 2.0, "gender": 4.0, "type and colour": 2.0, "photo": 3.0, "item": 0.5}
"""How often a figure counts, if not once: what is for others is seen first, the item is found anyway."""
START = {"type": 0.3, "colour": 0.2, "gender": 0.2, "photo": 0.1, PALETTE: 0.05}
Rows = NDArray[np.float32]
Relevant = NDArray[np.bool_]


@dataclass(frozen=True)
class Trial:
    """Watched shots, phone views of them in the same order, and photos, as the network sees them."""

    shots: Sequence[ProductShot]
    photos: Sequence[PhonePhoto]
    shot_looks: Looks
    view_looks: Looks
    photo_looks: Looks | None

    def figures(self, parts: Parts) -> dict[str, float]:
        """P@5 of each label, and the share of views whose nearest shot is their own ("item")."""
        shots = self.shot_looks.vectors(parts)
        found = (self.view_looks.vectors(parts) @ shots.T).argmax(axis=1) == np.arange(len(shots))
        figures = {"item": float(found.mean())}
        near = _nearest(shots @ shots.T, same=True)
        same = {name: self._same(near, name) for name in ("type", "colour", "gender")}
        figures |= {"type": float(same["type"].mean()), "gender": float(same["gender"].mean())}
        figures["type and colour"] = float((same["type"] & same["colour"]).mean())
        return figures | self._photo_figures(parts, shots)

    def _same(self, near: NDArray[np.intp], name: str) -> Relevant:
        labels = np.array([getattr(shot, name) for shot in self.shots])
        relevant: Relevant = labels[near] == labels[:, None]
        return relevant

    def _photo_figures(self, parts: Parts, shots: Rows) -> dict[str, float]:
        labels = np.array([photo.label for photo in self.photos])
        known = ~np.isin(labels, list(NO_LABEL))
        if self.photo_looks is None or known.sum() <= NEIGHBOURS:
            return {}
        photos, labels = self.photo_looks.vectors(parts)[known], labels[known]
        near = _nearest(photos @ photos.T, same=True)
        types = np.array([shot.type for shot in self.shots])
        answers = [
            np.isin(types[row], photo_types().get(label, ())).mean()
            for row, label in zip(_nearest(photos @ shots.T), labels, strict=True)
        ]
        return {
            "photo": float((labels[near] == labels[:, None]).mean()),
            "photo to type": float(np.mean(answers)),
        }


def fit_shares(parts: Parts, trial: Trial) -> tuple[Parts, dict[str, float]]:
    """The parts with the shares that do best by the geometric mean of the trial's figures, and those figures.

    From START it climbs by STEP, given to a share, taken from it, or moved between two, until none is better.
    The geometric mean, since a point more means more where there are few; COUNTS says which count more. The
    general part keeps its share: what it is for, goods of other kinds than those trained on, the trial cannot
    ask.
    """
    shares = {head: START[head] for head in (*parts.sharpness, PALETTE)}
    best, figures = replace(parts, shares=shares), {}
    climbing = True
    while climbing:
        tried = [replace(parts, shares=shares) for shares in (best.shares, *_steps(best.shares))]
        reached = [trial.figures(one) for one in tried]
        first = int(np.argmax([_score(one) for one in reached]))
        best, figures, climbing = tried[first], reached[first], first > 0
    return replace(best, shares={head: share for head, share in best.shares.items() if share}), figures


def _steps(shares: Mapping[str, float]) -> Iterator[dict[str, float]]:
    single = [{head: way} for head in shares for way in (STEP, -STEP)]
    moved = [{one: STEP, other: -STEP} for one, other in permutations(shares, 2)]
    for change in (*single, *moved):
        stepped = {head: round(share + change.get(head, 0), 3) for head, share in shares.items()}
        if min(stepped.values()) >= 0 and sum(stepped.values()) <= LARGEST_SUM:
            yield stepped


def _score(figures: Mapping[str, float]) -> float:
    return sum(COUNTS.get(name, 1) * math.log(max(value, 1e-3)) for name, value in figures.items())


def _nearest(similarity: Rows, *, same: bool = False) -> NDArray[np.intp]:
    if same:
        np.fill_diagonal(similarity, -np.inf)
    return np.argsort(-similarity, axis=1, kind="stable")[:, :NEIGHBOURS]
