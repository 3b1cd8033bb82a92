"""After the lesson: classifiers for the untouched eye, and how the parts of the vector are weighed."""

from collections.abc import Iterator, Mapping

import keras
import numpy as np
from numpy.typing import NDArray

from catalog.imaging import square
from recommendations.training.batches import BatchPlan
from recommendations.training.heads import Heads, fit_heads
from recommendations.training.labels import targets
from recommendations.training.looks import Looks, look, untouched_outputs
from recommendations.training.parts import Parts, fit_trust, principal
from recommendations.training.shares import Trial, fit_shares
from recommendations.training.validation import Validation, share_named

GENERAL_SIZE = 96
CHUNK = 48
FEW = 5
Rows = NDArray[np.float32]


def fit_parts(
    network: keras.Model,
    untouched: keras.Model,
    plan: BatchPlan,
    validation: Validation | None,
    *,
    side: int,
) -> tuple[Parts, dict[str, float], dict[str, float]]:
    """The parts of the vector, the figures that they reach on the validation, and how often the watched

    pictures of each type are named rightly.

    Without a validation nothing is weighed: the vector is the looks alone.
    """
    late, levels = untouched_outputs(untouched, _training_pictures(plan, side))
    general = principal(late, GENERAL_SIZE)
    if validation is None:
        return Parts(general, fit_heads(levels, {}, seed=plan.seed)), {}, {}
    trial = _trial(network, untouched, validation)
    second = fit_heads(levels, _training_targets(plan), seed=plan.seed)
    parts = Parts(general, second, _trusts(second, trial, validation.right(plan.labels)))
    parts, figures = fit_shares(parts, trial)
    return parts, figures | _named(parts, trial, plan, validation), _by_type(parts, trial, plan)


def _training_pictures(plan: BatchPlan, side: int) -> Iterator[Rows]:
    """Every shot, a phone view of every shot, and every photo, as batches."""
    products, rng = plan.products, np.random.default_rng([plan.seed, side])
    for start in range(0, len(products.pixels), CHUNK):
        yield np.stack([square(picture, side) for picture in products.pixels[start : start + CHUNK]])
    for start in range(0, len(products.pixels), CHUNK):
        rows = range(start, min(start + CHUNK, len(products.pixels)))
        yield np.stack([plan.phone_view(row, side, rng) for row in rows])
    for start in range(0, len(plan.photos.pixels), CHUNK):
        yield np.stack([square(picture, side) for picture in plan.photos.pixels[start : start + CHUNK]])


def _training_targets(plan: BatchPlan) -> dict[str, Rows]:
    right = [*plan.products.right, *plan.products.right, *plan.photos.right]
    return {head: targets(right, head, names) for head, names in plan.labels.items()}


def _trial(network: keras.Model, untouched: keras.Model, validation: Validation) -> Trial:
    return Trial(
        shots=validation.shots,
        photos=validation.photos,
        shot_looks=look(network, untouched, validation.shot_pixels),
        view_looks=look(network, untouched, validation.view_pixels),
        photo_looks=look(network, untouched, validation.photo_pixels) if validation.photos else None,
    )


def _trusts(second: Heads, trial: Trial, right: Mapping[str, Rows]) -> dict[str, tuple[float, float]]:
    looks: list[Looks] = [trial.shot_looks, *([trial.photo_looks] if trial.photo_looks else [])]
    untouched = [second.logits(seen.levels) for seen in looks]
    return {
        head: fit_trust(
            np.concatenate([seen.tuned[head] for seen in looks]),
            np.concatenate([logits[head] for logits in untouched]),
            marks,
        )
        for head, marks in right.items()
    }


def _named(parts: Parts, trial: Trial, plan: BatchPlan, validation: Validation) -> dict[str, float]:
    """The share of shots and photos that each head names rightly."""
    sure = [seen.sure(parts) for seen in (trial.shot_looks, trial.photo_looks) if seen]
    right = validation.right(plan.labels)
    return {
        f"{head} named": share_named(np.concatenate([one[head] for one in sure]), right[head])
        for head in parts.trust
    }


def _by_type(parts: Parts, trial: Trial, plan: BatchPlan) -> dict[str, float]:
    """For each type of FEW or more watched shots how often it is named rightly."""
    if "type" not in parts.trust:
        return {}
    named = np.array(plan.labels["type"])[trial.shot_looks.sure(parts)["type"].argmax(axis=1)]
    types = np.array([shot.type for shot in trial.shots])
    return {
        str(kind): float((named[types == kind] == kind).mean())
        for kind, count in zip(*np.unique(types, return_counts=True), strict=True)
        if count >= FEW
    }
