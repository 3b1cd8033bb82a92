"""Mixed batches: each product as a studio shot and as a phone would see it, then phone photos."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing import get_context

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from catalog.imaging import Pixels
from recommendations.training.labels import RIGHT_LABELS, targets
from recommendations.training.views import phone_view, photo_view, studio_view

AHEAD = 2
"""Batches that wait to be learned, for each who makes them."""
Targets = dict[str, NDArray[np.float32] | NDArray[np.int32]]


@dataclass(frozen=True)
class Pictures:
    """Pictures of one kind in memory, row by row with what is known of each.

    `teacher` (n, features): what the untouched network sees last; `details` (n, more): what it sees before
    that, and the palette of those that are cut out; `known` (n, …): what was made of those, by the name of
    the target.
    """

    pixels: Sequence[Pixels]
    right: Sequence[RIGHT_LABELS]
    groups: Sequence[str]
    teacher: NDArray[np.float32]
    details: NDArray[np.float32]
    cutouts: Sequence[NDArray[np.bool_]] = ()
    known: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)


@dataclass(frozen=True)
class BatchPlan:
    """What a step's batch holds. The batch of a step depends on the plan and the step's number alone."""

    products: Pictures
    photos: Pictures
    labels: Mapping[str, Sequence[str]]
    side: int
    seed: int
    products_each: int = 40
    photos_each: int = 20
    workers: int = 0

    @property
    def steps_per_epoch(self) -> int:
        return max(1, len(self.products.pixels) // self.products_each)

    def batch(self, step: int) -> tuple[Pixels, Targets]:
        """Pictures (2·products + photos, side, side, 3), shots, phone views, photos; and their targets."""
        rng = default_rng([self.seed, step])
        products = self._rows(self.products, self.products_each, step)
        photos = self._rows(self.photos, self.photos_each, step)
        views = [studio_view(self.products.pixels[row], self.side, rng) for row in products]
        views += [self.phone_view(row, self.side, rng) for row in products]
        views += [photo_view(self.photos.pixels[row], self.side, rng) for row in photos]
        return np.rint(views).astype(np.uint8), self._targets(products, photos)

    def phone_view(self, row: int, side: int, rng: Generator) -> NDArray[np.float32]:
        """The product of that row as a phone would see it, on some photo's ground."""
        grounds = self.photos.pixels or self.products.pixels
        ground = grounds[int(rng.integers(len(grounds)))]
        return phone_view(self.products.pixels[row], self.products.cutouts[row], ground, side, rng)

    def _rows(self, pictures: Pictures, count: int, step: int) -> NDArray[np.int64]:
        """The step's slice of an endless row of shuffles, each picture once per shuffle."""
        size = len(pictures.pixels)
        if not size:
            return np.empty(0, np.int64)
        places = np.arange(step * count, (step + 1) * count)
        shuffles = {
            lap: default_rng([self.seed, size, int(lap)]).permutation(size) for lap in set(places // size)
        }
        return np.array([shuffles[place // size][place % size] for place in places])

    def _targets(self, products: NDArray[np.int64], photos: NDArray[np.int64]) -> Targets:
        right = [self.products.right[row] for row in products] * 2 + [
            self.photos.right[row] for row in photos
        ]
        learned: Targets = {head: targets(right, head, names) for head, names in self.labels.items()}
        of_products, of_photos = (
            {"teacher": some.teacher, **some.known} for some in (self.products, self.photos)
        )
        for name, rows in of_products.items():
            more = of_photos[name][photos] if len(photos) else rows[:0]
            learned[name] = np.concatenate([rows[products], rows[products], more])
        learned["groups"] = self._group_numbers[products]
        return learned

    @cached_property
    def _group_numbers(self) -> NDArray[np.int32]:
        """One number per product, equal for those of one group."""
        return np.unique(np.array(self.products.groups), return_inverse=True)[1].astype(np.int32)


def ahead(plan: BatchPlan, steps: range) -> Iterator[tuple[NDArray[np.float32], Targets]]:
    """The batches of these steps, made while the network learns: by a thread, or by `plan.workers`."""
    waiting = AHEAD * max(1, plan.workers)
    with _maker(plan) as maker:
        batch = plan.batch if isinstance(maker, ThreadPoolExecutor) else _batch
        coming = deque(maker.submit(batch, step) for step in steps[:waiting])
        for step in steps[waiting:]:
            ready = coming.popleft()
            coming.append(maker.submit(batch, step))
            yield _as_floats(*ready.result())
        while coming:
            yield _as_floats(*coming.popleft().result())


def _as_floats(pictures: Pixels, targets: Targets) -> tuple[NDArray[np.float32], Targets]:
    return pictures.astype(np.float32), targets


def _maker(plan: BatchPlan) -> Executor:
    """Forked processes share the pictures' memory, and compute in NumPy alone, so that no framework minds."""
    if not plan.workers:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(plan.workers, get_context("fork"), _plans.append, (plan,))


_plans: list[BatchPlan] = []
"""In a forked process the plan that it works for."""


def _batch(step: int) -> tuple[Pixels, Targets]:
    return _plans[-1].batch(step)
