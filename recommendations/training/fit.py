"""After the lesson: how sure the labels are, and how the parts of the vector are weighed."""

from collections.abc import Mapping

import keras
import numpy as np
from numpy.typing import NDArray

from recommendations.training.batches import BatchPlan
from recommendations.training.looks import Looks, look
from recommendations.training.parts import Parts, fit_sharpness
from recommendations.training.shares import Trial, fit_shares
from recommendations.training.validation import Validation, share_named

FEW = 5
Rows = NDArray[np.float32]


def fit_parts(
    network: keras.Model, plan: BatchPlan, validation: Validation | None
) -> tuple[Parts, dict[str, float], dict[str, float]]:
    """The parts of the vector, the figures that they reach on the validation, and how often the watched

    pictures of each type are named rightly.

    Without a validation nothing is weighed: the vector is the looks alone.
    """
    if validation is None:
        return Parts(), {}, {}
    trial = _trial(network, validation)
    right = validation.right(plan.labels)
    parts, figures = fit_shares(Parts(_sharpness(trial, right)), trial)
    return parts, figures | _named(parts, trial, right), _by_type(parts, trial, plan)


def _trial(network: keras.Model, validation: Validation) -> Trial:
    return Trial(
        shots=validation.shots,
        photos=validation.photos,
        shot_looks=look(network, validation.shot_pixels),
        view_looks=look(network, validation.view_pixels),
        photo_looks=look(network, validation.photo_pixels) if validation.photos else None,
    )


def _sharpness(trial: Trial, right: Mapping[str, Rows]) -> dict[str, float]:
    seen = [looks.seen for looks in _told(trial)]
    return {
        head: fit_sharpness(np.concatenate([one[head] for one in seen]), marks)
        for head, marks in right.items()
    }


def _named(parts: Parts, trial: Trial, right: Mapping[str, Rows]) -> dict[str, float]:
    """The share of shots and photos that each head names rightly."""
    named = [looks.sure(parts) for looks in _told(trial)]
    return {
        f"{head} named": share_named(np.concatenate([one[head] for one in named]), right[head])
        for head in right
    }


def _told(trial: Trial) -> list[Looks]:
    return [trial.shot_looks, *([trial.photo_looks] if trial.photo_looks else [])]


def _by_type(parts: Parts, trial: Trial, plan: BatchPlan) -> dict[str, float]:
    """For each type of FEW or more watched shots how often it is named rightly."""
    if "type" not in parts.sharpness:
        return {}
    named = np.array(plan.labels["type"])[trial.shot_looks.sure(parts)["type"].argmax(axis=1)]
    types = np.array([shot.type for shot in trial.shots])
    return {
        str(kind): float((named[types == kind] == kind).mean())
        for kind, count in zip(*np.unique(types, return_counts=True), strict=True)
        if count >= FEW
    }
