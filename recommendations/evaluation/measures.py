"""The measures by name, each with a value for every query. docs/encoder.md says what they mean."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import open_picture
from recommendations.evaluation.boxes import overlap
from recommendations.evaluation.contenders import FirstBox
from recommendations.evaluation.figures import Forecasts, Measured, Names, Outcomes
from recommendations.evaluation.gallery import NEIGHBOURS, Gallery
from recommendations.evaluation.metrics import agreement, precision, recall
from recommendations.evaluation.search import Search, Vectors
from recommendations.training.datasets import PhonePhoto, ProductShot, watched
from recommendations.training.labels import NO_LABEL, photo_types

AGREEING = 12
UNSEEN_KINDS = ("Backpacks", "Kurtas", "Socks", "Wallets")
"""What `train_encoder --leave-out` leaves out to measure unseen kinds; no photo's label stands for them."""

TYPE = "type P@5"
TYPE_AND_COLOUR = "type + colour P@5"
PHOTO_LABEL = "photo label P@5"
UNSEEN = "type P@5, four kinds"
NAMELESS = "type P@5, kinds without a name"
Scores = Mapping[str, NDArray[np.float32]]


def product_measures(
    vectors: Vectors, shots: Sequence[ProductShot], search: Search, named: Collection[str]
) -> dict[str, Measured]:
    """Each shot that no run was fitted to among all others; one without a label does not ask for that label.

    `named`: the types that the measured encoder can name, having learned them from enough examples.
    """
    near = search(vectors, vectors, NEIGHBOURS, same=True)
    labels = {name: _labels(shots, name) for name in ("type", "colour", "gender", "usage")}
    same = {name: of[near] == of[:, None] for name, of in labels.items()}
    types = labels["type"]
    fresh = unfitted(shots)
    known = {name: fresh & ~np.isin(of, list(NO_LABEL)) for name, of in labels.items()}

    def share(relevant: NDArray[np.bool_], asked: NDArray[np.bool_]) -> Outcomes:
        return Outcomes(precision(relevant[asked]), types[asked])

    return {
        TYPE: share(same["type"], known["type"]),
        TYPE_AND_COLOUR: share(same["type"] & same["colour"], known["type"] & known["colour"]),
        "gender P@5": share(same["gender"], known["gender"]),
        "usage P@5": share(same["usage"], known["usage"]),
        UNSEEN: share(same["type"], fresh & np.isin(types, UNSEEN_KINDS)),
        NAMELESS: _found_of_few(same["type"], types, named, fresh),
    }


def best_possible(gallery: Gallery) -> dict[str, float]:
    """What a perfect search would reach: some labels have fewer than five others to find."""
    asked_for = {
        TYPE: _labels(gallery.shots, "type"),
        TYPE_AND_COLOUR: np.array([f"{shot.type}\n{shot.colour}" for shot in gallery.shots]),
        PHOTO_LABEL: np.array([photo.label for photo in gallery.photos]),
    }
    return {
        name: float(np.minimum(_others(labels), NEIGHBOURS).mean()) / NEIGHBOURS
        for name, labels in asked_for.items()
    }


def unfitted(items: Sequence[ProductShot | PhonePhoto]) -> NDArray[np.bool_]:
    """Which of them ask: not those that a run was watched on, and its vector and temperatures fitted to."""
    return np.array([not watched(item) for item in items], bool)


def _found_of_few(
    same_type: NDArray[np.bool_], types: Names, named: Collection[str], fresh: NDArray[np.bool_]
) -> Outcomes:
    """P@5 of types too rare to be named; where there are fewer than five others, the share of those."""
    others = _others(types)
    asked = fresh & ~np.isin(types, list(named)) & (others > 0) & bool(named)
    possible = np.minimum(others, same_type.shape[1])[asked]
    return Outcomes(same_type[asked].sum(axis=1) / possible, types[asked])


def photo_measures(photos: Vectors, shots: Vectors, gallery: Gallery, search: Search) -> dict[str, Measured]:
    """Each photo among all others; and among the shots, if any type of product fits its label."""
    labels = np.array([photo.label for photo in gallery.photos])
    near = search(photos, photos, NEIGHBOURS, same=True)
    wanted = photo_types()
    fresh = unfitted(gallery.photos)
    asked = fresh & np.isin(labels, list(wanted))
    found = _labels(gallery.shots, "type")[search(photos[asked], shots, NEIGHBOURS)]
    fits = [np.isin(row, wanted[label]) for row, label in zip(found, labels[asked], strict=True)]
    return {
        PHOTO_LABEL: Outcomes(precision(labels[near] == labels[:, None])[fresh], labels[fresh]),
        "photo → product P@5": Outcomes(precision(np.array(fits).reshape(found.shape)), labels[asked]),
    }


def same_item_measures(
    queries: Vectors, shots: Vectors, gallery: Gallery, search: Search
) -> dict[str, Measured]:
    """Each phone-like photo among all shots: its own product counts, and that product's twins."""
    items = np.array([f"{shot.group}\n{shot.colour}" for shot in gallery.shots])
    own = np.array(gallery.phone_like_of, np.intp)
    relevant = items[search(queries, shots, 20)] == items[own][:, None]
    types = _labels(gallery.shots, "type")[own]
    return {f"same item R@{at}": Outcomes(recall(relevant, at), types) for at in (1, 5, 20)}


def background_measures(
    staged: Vectors, shots: Vectors, gallery: Gallery, search: Search
) -> dict[str, Measured]:
    """Each staged product's neighbours on one ground against those on another."""
    near = search(staged, shots, AGREEING).reshape(len(gallery.staged), -1, min(AGREEING, len(shots)))
    types = _labels(gallery.shots, "type")[list(gallery.staged_of)]
    return {"same 12 neighbours on every ground": Outcomes(agreement(near), types)}


def box_measures(gallery: Gallery, first_box: FirstBox | None) -> dict[str, Measured]:
    """How well the first suggested box of each phone-like photo covers its product."""
    if first_box is None:
        return {}
    values = [overlap(first_box(open_picture(query.jpeg)), query.edges) for query in gallery.phone_like]
    types = _labels(gallery.shots, "type")[list(gallery.phone_like_of)]
    return {"first box IoU": Outcomes(np.array(values), types)}


def forecast_measures(
    scores: Scores, names: Mapping[str, Sequence[str]], shots: Sequence[ProductShot], of: str
) -> dict[str, Measured]:
    """Whether the likeliest type and colour are the merchant's, and how well the network knows it."""
    measures: dict[str, Measured] = {}
    types = _labels(shots, "type")
    for head in ("type", "colour"):
        if head not in scores:
            continue
        truth = _labels(shots, head)
        asked = unfitted(shots) & ~np.isin(truth, list(NO_LABEL))
        likeliest = np.array(names[head])[scores[head].argmax(axis=1)]
        right, sure = (likeliest == truth)[asked], scores[head].max(axis=1)[asked].astype(np.float64)
        measures[f"{head} top-1, {of}"] = Outcomes(right.astype(np.float64), types[asked])
        measures[f"{head} calibration error, {of}"] = Forecasts(sure, right)
    return measures


def _labels(shots: Sequence[ProductShot], name: str) -> Names:
    return np.array([getattr(shot, name) for shot in shots])


def _others(labels: Names) -> NDArray[np.intp]:
    """For each label how many others are equal to it."""
    _, which, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    return np.asarray(sizes[which] - 1, np.intp)
