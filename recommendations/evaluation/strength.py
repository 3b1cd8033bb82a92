"""What similarities mean: fitted on held-out pictures with known answers, half of them kept for checking."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Box, Pixels, crop, open_picture
from recommendations.encoders import Encoder
from recommendations.evaluation.benchmark import encoded
from recommendations.evaluation.contenders import FirstBox
from recommendations.evaluation.figures import Figure, calibration_figure
from recommendations.evaluation.gallery import Gallery, Progress, opened
from recommendations.evaluation.search import Vectors, nearest_rows
from recommendations.strength import Level, Scale, Strength
from recommendations.training.labels import NO_LABEL, photo_types

MATCHES = 8
"""Matches of each query that are judged: the first ones alone would hold few poor ones."""
PRIOR = 4.0
"""How many judged matches pull a type's intercept towards that of all."""
FEWEST = 40
"""Judged matches that a type needs to have an intercept of its own."""
STEPS = 30
ROUNDS = 12
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Names = NDArray[np.str_]


@dataclass(frozen=True)
class Judged:
    """Matches of queries: (n,) each. `kinds`: the query's type as it was read from the photo."""

    queries: NDArray[np.intp]
    similarity: Floats
    kinds: Names
    deserved: Bools

    def of(self, chosen: Bools) -> "Judged":
        return Judged(
            self.queries[chosen], self.similarity[chosen], self.kinds[chosen], self.deserved[chosen]
        )


def judged_matches(
    encoder: Encoder, gallery: Gallery, first_box: FirstBox, progress: Progress = lambda pictures: None
) -> dict[Strength, Judged]:
    """The nearest shots of each photo, searched as the shop searches it, with what they deserve to be called.

    Of every other phone-like photo its product and that product's twins are not for sale: otherwise each
    photo would find itself, as shoppers' photos do not. Phone photos tell of types alone.
    """
    shots = encoded(encoder, map(opened, gallery.shots), progress).vectors
    phone = encoded(
        encoder, (first_part(open_picture(q.jpeg), first_box) for q in gallery.phone_like), progress
    )
    photos = encoded(encoder, (first_part(opened(photo), first_box) for photo in gallery.photos), progress)
    names = np.array(encoder.card.labels["type"])
    of_products = _product_matches(phone.vectors, names[phone.scores["type"].argmax(axis=1)], shots, gallery)
    of_photos = _photo_matches(photos.vectors, names[photos.scores["type"].argmax(axis=1)], shots, gallery)
    similar = _joined(of_products[Strength.SIMILAR], of_photos)
    return {**of_products, Strength.SIMILAR: similar}


def fit_scale(judged: Mapping[Strength, Judged]) -> tuple[Scale, dict[Strength, Figure]]:
    """A scale from the queries of even number, and its calibration error on the others, by strength."""
    levels, errors = {}, {}
    for strength in Strength:
        if strength not in judged:
            continue
        matches = judged[strength]
        even = matches.queries % 2 == 0
        level = fit_level(matches.of(even))
        figure = calibration_figure(chances(level, matches.of(~even)), matches.of(~even).deserved)
        levels[strength] = level
        if figure:
            errors[strength] = figure
    return Scale(levels), errors


def fit_level(matches: Judged) -> Level:
    """Logistic regression (Platt, 1999): one slope, and intercepts of types of which enough is known."""
    names, sizes = np.unique(matches.kinds, return_counts=True)
    known = {
        str(kind): matches.of(matches.kinds == kind)
        for kind, size in zip(names, sizes, strict=True)
        if size >= FEWEST
    }
    level = Level(0, 0)
    for _ in range(ROUNDS):  # by turns: each is right only beside the other
        apart = np.array([level.by_type.get(str(kind), level.intercept) for kind in matches.kinds])
        slope, intercept = _newton(matches.similarity, matches.deserved, apart - level.intercept)
        level = Level(slope, intercept)
        level = replace(level, by_type={kind: _intercept(own, level) for kind, own in known.items()})
    return level


def chances(level: Level, matches: Judged) -> Floats:
    pairs = zip(matches.similarity, matches.kinds, strict=True)
    return np.array([level.chance(float(similarity), str(kind)) for similarity, kind in pairs])


def first_part(photo: Pixels, first_box: FirstBox) -> Pixels:
    left, top, right, bottom = first_box(photo)
    return crop(photo, Box(left, top, right - left, bottom - top))


def _product_matches(
    queries: Vectors, kinds: Names, shots: Vectors, gallery: Gallery
) -> dict[Strength, Judged]:
    own = np.array(gallery.phone_like_of, np.intp)
    items = np.array([f"{shot.group}\n{shot.colour}" for shot in gallery.shots])
    types = np.array([shot.type for shot in gallery.shots])
    colours = np.array([shot.colour for shot in gallery.shots])
    is_gone = (np.arange(len(own)) // 2 % 2 == 1)[:, None] & (items[None] == items[own][:, None])
    near = nearest_rows(queries, shots, min(len(shots), MATCHES + int(is_gone.sum(axis=1).max(initial=0))))
    kept = _first_kept(~np.take_along_axis(is_gone, near, axis=1))
    rows, places = np.nonzero(kept)
    found, asked = near[rows, places], own[rows]
    similarity = np.einsum("nd,nd->n", queries[rows], shots[found]).astype(np.float64)
    same_type = types[found] == types[asked]
    deserved = {
        Strength.SAME_ITEM: items[found] == items[asked],
        Strength.VERY_CLOSE: same_type & (colours[found] == colours[asked]),
        Strength.SIMILAR: same_type,
    }
    return {name: Judged(rows, similarity, kinds[rows], right) for name, right in deserved.items()}


def _photo_matches(queries: Vectors, kinds: Names, shots: Vectors, gallery: Gallery) -> Judged:
    wanted = photo_types()
    labels = np.array([photo.label for photo in gallery.photos])
    asked = np.isin(labels, list(wanted)) & ~np.isin(labels, list(NO_LABEL))
    near = nearest_rows(queries[asked], shots, MATCHES)
    types = np.array([shot.type for shot in gallery.shots])
    rows = np.repeat(np.arange(len(near)), near.shape[1])
    found = near.ravel()
    similarity = np.einsum("nd,nd->n", queries[asked][rows], shots[found]).astype(np.float64)
    fits = [types[shot] in wanted[str(label)] for shot, label in zip(found, labels[asked][rows], strict=True)]
    return Judged(rows, similarity, kinds[asked][rows], np.array(fits, bool))


def _first_kept(kept: Bools) -> Bools:
    """Of each row the first MATCHES that are kept."""
    return kept & (np.cumsum(kept, axis=1) <= MATCHES)


def _joined(one: Judged, other: Judged) -> Judged:
    pairs: Iterable[tuple[NDArray[np.generic], NDArray[np.generic]]] = zip(
        _columns(one), _columns(other), strict=True
    )
    return Judged(*(np.concatenate(pair) for pair in pairs))


def _columns(matches: Judged) -> tuple[NDArray[np.generic], ...]:
    return matches.queries, matches.similarity, matches.kinds, matches.deserved


def _newton(similarity: Floats, deserved: Bools, apart: Floats) -> tuple[float, float]:
    """Slope and intercept of most likelihood, held a little towards zero so that clean cuts stay finite.

    `apart` is added to each match's power.
    """
    features = np.stack([similarity, np.ones_like(similarity)], axis=1)
    weights = np.zeros(2)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights + apart, -60, 60)))
        spread = np.maximum(chance * (1 - chance), 1e-9)
        gradient = features.T @ (deserved - chance) - 1e-3 * weights
        curvature = (features * spread[:, None]).T @ features + 1e-3 * np.eye(2)
        weights = weights + np.linalg.solve(curvature, gradient)
    return float(weights[0]), float(weights[1])


def _intercept(own: Judged, level: Level) -> float:
    """The type's own intercept, pulled towards that of all as PRIOR matches would."""
    value = level.intercept
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(level.slope * own.similarity + value)))
        spread = float((chance * (1 - chance)).sum()) + PRIOR / 4
        value += float((own.deserved - chance).sum() - PRIOR / 4 * (value - level.intercept)) / spread
    return value
