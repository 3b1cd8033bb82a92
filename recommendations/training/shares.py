"""How much of the similarity each part of the vector gets: searched on pictures that training never saw."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recommendations.training.datasets import PhonePhoto, ProductShot
from recommendations.training.labels import NO_LABEL, photo_types
from recommendations.training.looks import Looks
from recommendations.training.parts import Parts

NEIGHBOURS = 5
STEPS = (0.0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)
ROUNDS = 2
LARGEST_SUM = 0.95
COUNTS = {"gender": 2.0, "type and colour": 2.0, "photo": 2.0}
"""How often a figure counts, if not once: what is for others or of another colour is seen first."""
START = {"type": 0.35, "colour": 0.2, "gender": 0.2, "photo": 0.1}
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

    From START, one share after the other takes the best of STEPS, ROUNDS times. The geometric mean, since a
    point more means more where there are few; COUNTS says which count more. The general part keeps its share:
    what it is for, goods of other kinds than those trained on, the trial cannot ask.
    """
    parts = replace(parts, shares={head: START[head] for head in parts.sharpness})
    best, score = parts, _score(trial.figures(parts))
    for _ in range(ROUNDS):
        for head in parts.sharpness:
            for step in STEPS:
                tried = replace(best, shares={**best.shares, head: step})
                if sum(tried.shares.values()) > LARGEST_SUM:
                    continue
                if (reached := _score(trial.figures(tried))) > score:
                    best, score = tried, reached
    return best, trial.figures(best)


def _score(figures: Mapping[str, float]) -> float:
    return sum(COUNTS.get(name, 1) * math.log(max(value, 1e-3)) for name, value in figures.items())


def _nearest(similarity: Rows, *, same: bool = False) -> NDArray[np.intp]:
    if same:
        np.fill_diagonal(similarity, -np.inf)
    return np.argsort(-similarity, axis=1, kind="stable")[:, :NEIGHBOURS]
