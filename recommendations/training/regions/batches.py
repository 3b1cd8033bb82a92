"""The scenes of each step, made while the network learns from those before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray

from catalog.imaging import Pixels
from recommendations.regions import KINDS
from recommendations.training.regions.goods import Good
from recommendations.training.regions.model import STRIDE
from recommendations.training.regions.real import RealGood, real_scene
from recommendations.training.regions.scenes import Scene, compose
from recommendations.training.regions.targets import Targets, grid_targets

REAL_SHARE = 0.25
Batch = tuple[NDArray[np.float32], Targets]


@dataclass(frozen=True)
class ScenePlan:
    """What a step's batch holds; it depends on the plan and the step's number alone."""

    goods: Sequence[Good]
    photos: Sequence[Pixels]
    photo_kinds: Sequence[int | None]
    """The row of KINDS that is in each photo; None where that is not known."""
    side: int
    seed: int
    scenes_each: int
    real: Sequence[RealGood] = ()

    def batch(self, step: int) -> Batch:
        """Pictures (scenes, side, side, 3) and what is to be found in them."""
        rng = default_rng([self.seed, step])
        scenes = self.scenes(self.scenes_each, rng)
        pictures = np.stack([scene.picture for scene in scenes]).astype(np.float32)
        return pictures, grid_targets(scenes, self.side // STRIDE, len(KINDS))

    def scenes(self, count: int, rng: Generator) -> list[Scene]:
        """Composed ones, and real ones too where there are any."""

        def any_good(kind: int | None) -> Good:
            pool = self._by_kind.get(kind) or self.goods
            return pool[int(rng.integers(len(pool)))]

        real = round(count * REAL_SHARE) if self.real else 0
        chosen = [self.real[int(rng.integers(len(self.real)))] for _ in range(real)]
        composed = [compose(any_good, self.photos, self.side, rng) for _ in range(count - real)]
        return [*composed, *(real_scene(good, self.side, rng) for good in chosen)]

    @cached_property
    def _by_kind(self) -> dict[int | None, list[Good]]:
        by_kind: dict[int | None, list[Good]] = defaultdict(list)
        for good in self.goods:
            by_kind[good.kind].append(good)
        return dict(by_kind)


def ahead(plan: ScenePlan, steps: range) -> Iterator[Batch]:
    """The batches of these steps, made in a thread a little ahead of time."""
    with ThreadPoolExecutor(1) as maker:
        coming = [maker.submit(plan.batch, step) for step in steps[:3]]
        for step in steps:
            ready = coming.pop(0)
            if step + 3 < steps.stop:
                coming.append(maker.submit(plan.batch, step + 3))
            yield ready.result()
