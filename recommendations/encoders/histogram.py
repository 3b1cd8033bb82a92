"""The colour histogram: an encoder without learning, for tests and for rehearsing a change of encoder."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from catalog.imaging import Pixels, square
from recommendations.encoders.base import Encoder, EncoderCard, Encoding
from recommendations.encoders.colours import NAMED_COLOURS, FloatArray, to_lab

KEY = "colour-histogram"
BINS = 4
SIDE = 64
GROUND_WEIGHT = 0.02
_LOWEST = np.array([0, -60, -60], np.float32)
_HIGHEST = np.array([100, 60, 60], np.float32)
GROUND_REACH = 14.0
_RECIPE = (
    f"CIELAB {BINS}x{BINS}x{BINS}, side {SIDE}, ground {GROUND_WEIGHT} within {GROUND_REACH}, {NAMED_COLOURS}"
)

CARD = EncoderCard(
    key=KEY,
    dimension=BINS**3,
    input_size=SIDE,
    digest=hashlib.sha256(_RECIPE.encode()).hexdigest(),
    labels={"colour": tuple(NAMED_COLOURS)},
    description="Soft histogram of CIELAB colours, the ground nearly left out. No learning.",
)


class HistogramEncoder(Encoder):
    """Square roots of a soft colour histogram, so that their cosine is the histograms' overlap."""

    card = CARD

    def encode(self, pictures: Sequence[Pixels]) -> Encoding:
        seen = [_see(square(picture, SIDE)) for picture in pictures]
        vectors = np.array([vector for vector, _ in seen], np.float32).reshape(-1, CARD.dimension)
        colours = np.array([scores for _, scores in seen], np.float32).reshape(-1, len(NAMED_COLOURS))
        return Encoding(vectors, {"colour": colours})


def _see(picture: Pixels) -> tuple[FloatArray, FloatArray]:
    plane = to_lab(picture)
    lab, weights = plane.reshape(-1, 3), _weights(plane).ravel()
    histogram = _soft_histogram(lab, weights)
    names = _nearest_name(lab)
    named = np.bincount(names, weights, minlength=len(NAMED_COLOURS))
    return np.sqrt(histogram / histogram.sum()), (named / named.sum()).astype(np.float32)


def _weights(plane: FloatArray) -> FloatArray:
    """Little for what has the colour of the border: most pictures show a product on a plain ground."""
    border = np.concatenate([plane[0], plane[-1], plane[:, 0], plane[:, -1]])
    from_ground = np.linalg.norm(plane - np.median(border, axis=0), axis=2)
    return np.where(from_ground < GROUND_REACH, GROUND_WEIGHT, 1).astype(np.float32)


def _nearest_name(lab: FloatArray) -> NDArray[np.intp]:
    named = to_lab(np.array(list(NAMED_COLOURS.values()), np.uint8))
    distances: FloatArray = ((lab[:, None] - named) ** 2).sum(axis=2)
    nearest: NDArray[np.intp] = distances.argmin(axis=1)
    return nearest


def _soft_histogram(lab: FloatArray, weights: FloatArray) -> FloatArray:
    """Each pixel shared among the eight bins around it, by nearness."""
    places = np.clip((lab - _LOWEST) / (_HIGHEST - _LOWEST), 0, 1) * (BINS - 1)
    lower = np.minimum(places.astype(np.int64), BINS - 2)
    share = places - lower
    histogram = np.zeros(BINS**3)
    for corner in np.ndindex(2, 2, 2):
        part = weights * np.where(corner, share, 1 - share).prod(axis=1)
        bins = (lower + corner) @ np.array([BINS * BINS, BINS, 1])
        histogram += np.bincount(bins, part, minlength=BINS**3)
    return histogram.astype(np.float32)
