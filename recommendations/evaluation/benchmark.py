"""One measurement for every contender, of every measure, on the same pictures."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from catalog.imaging import Pixels, open_picture
from recommendations.encoders import Encoder, Encoding
from recommendations.evaluation.contenders import Contender
from recommendations.evaluation.figures import Measured
from recommendations.evaluation.gallery import Gallery, Progress, opened
from recommendations.evaluation.measures import (
    UNSEEN_KINDS,
    background_measures,
    box_measures,
    forecast_measures,
    photo_measures,
    product_measures,
    same_item_measures,
)

CHUNK = 32
TIMED_PICTURES = 60


@dataclass(frozen=True)
class Cost:
    bytes_per_product: int
    milliseconds_per_picture: float
    """Median over single pictures in memory, scaling to the network's input included."""
    seconds_per_10000: float
    """Reading and decoding the files included."""


@dataclass(frozen=True)
class Result:
    """What one contender reached; no measures where it could not run."""

    measures: Mapping[str, Measured]
    cost: Cost
    not_run: str = ""
    met: tuple[str, ...] = ()
    """Those of UNSEEN_KINDS that it was trained with after all."""


def measure(
    contender: Contender, gallery: Gallery, progress: Progress, named: Collection[str] = ()
) -> Result:
    """Every measure by name. Each shot and each photo is left out of its own neighbours.

    `named`: the types that count as known (see `product_measures`).
    """
    timed = _milliseconds(contender.encoder, [opened(shot) for shot in gallery.shots[:TIMED_PICTURES]])
    if contender.not_run:
        return Result({}, Cost(contender.bytes_per_product, timed, timed * 10), contender.not_run)
    started = time.perf_counter()
    shots = encoded(contender.encoder, map(opened, gallery.shots), progress)
    seconds = time.perf_counter() - started
    cost = Cost(contender.bytes_per_product, timed, seconds / len(gallery.shots) * 10_000)
    met = tuple(kind for kind in UNSEEN_KINDS if kind in contender.encoder.card.labels.get("type", ()))
    return Result(_measures(contender, gallery, shots, progress, named), cost, met=met)


def _measures(
    contender: Contender, gallery: Gallery, shots: Encoding, progress: Progress, named: Collection[str]
) -> dict[str, Measured]:
    encoder, search = contender.encoder, contender.search
    photos = encoded(encoder, map(opened, gallery.photos), progress)
    phone = encoded(encoder, (open_picture(query.jpeg) for query in gallery.phone_like), progress)
    staged = encoded(encoder, map(open_picture, chain.from_iterable(gallery.staged)), progress)
    asked = [gallery.shots[row] for row in gallery.phone_like_of]
    return {
        **product_measures(shots.vectors, gallery.shots, search, named),
        **photo_measures(photos.vectors, shots.vectors, gallery, search),
        **same_item_measures(phone.vectors, shots.vectors, gallery, search),
        **background_measures(staged.vectors, shots.vectors, gallery, search),
        **box_measures(gallery, contender.first_box),
        **forecast_measures(shots.scores, encoder.card.labels, gallery.shots, "shots"),
        **forecast_measures(phone.scores, encoder.card.labels, asked, "phone-like photos"),
    }


def encoded(encoder: Encoder, pictures: Iterable[Pixels], progress: Progress) -> Encoding:
    """All of the pictures (at least one), of which only a chunk is held at a time."""
    parts = []
    for chunk in _chunks(iter(pictures)):
        parts.append(encoder.encode(chunk))
        progress(len(chunk))
    scores = {head: np.concatenate([part.scores[head] for part in parts]) for head in parts[0].scores}
    return Encoding(np.concatenate([part.vectors for part in parts]), scores)


def _chunks(pictures: Iterator[Pixels]) -> Iterator[list[Pixels]]:
    while chunk := list(islice(pictures, CHUNK)):
        yield chunk


def _milliseconds(encoder: Encoder, pictures: Sequence[Pixels]) -> float:
    """Median time of one picture at a time, the first two left out: they load and warm up."""
    times = []
    for picture in pictures:
        started = time.perf_counter()
        encoder.encode([picture])
        times.append(time.perf_counter() - started)
    return float(np.median(times[2:])) * 1000
