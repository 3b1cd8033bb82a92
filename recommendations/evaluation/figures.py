"""Figures with intervals: means over queries and over kinds of queries, and calibration errors."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SMALLEST_KIND = 20
BINS = 15
Floats = NDArray[np.float64]
Names = NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95 % bootstrap interval; `count` queries."""

    value: float
    low: float
    high: float
    count: int


class Measured(Protocol):
    """What was measured of each query."""

    def over_items(self) -> Figure | None:
        """Every query counts the same. None without any query."""

    def over_types(self) -> Figure | None:
        """Every type counts the same; types of fewer than SMALLEST_KIND queries are left out.

        None where no type has as many, or where the figure means nothing by type.
        """


@dataclass(frozen=True)
class Outcomes:
    """A value for each query, and the type of thing that it asked about: (queries,) both."""

    values: Floats
    types: Names

    def over_items(self) -> Figure | None:
        return mean_figure(self.values)

    def over_types(self) -> Figure | None:
        return group_mean_figure(self.values, self.types, at_least=SMALLEST_KIND)


@dataclass(frozen=True)
class Forecasts:
    """How sure a network was of its likeliest label, 0 … 1, and whether it was right: (queries,) both."""

    confidence: Floats
    right: NDArray[np.bool_]

    def over_items(self) -> Figure | None:
        return calibration_figure(self.confidence, self.right)

    def over_types(self) -> Figure | None:
        # A type's twenty queries over fifteen bins would measure chance more than calibration.
        return None


def mean_figure(values: Floats) -> Figure | None:
    """The mean over queries."""
    if not len(values):
        return None
    return _figure(float(values.mean()), _draws(len(values)) @ values / len(values), len(values))


def group_mean_figure(values: Floats, groups: Names, *, at_least: int) -> Figure | None:
    """The mean over groups of each group's mean; groups of fewer than `at_least` queries are left out."""
    names, sizes = np.unique(groups, return_counts=True)
    member = groups[:, None] == names[None, sizes >= at_least]
    kept = member.any(axis=1)
    member, values = member[kept].astype(np.float64), values[kept]
    if not len(values):
        return None
    drawn = _draws(len(values))
    means = (drawn @ (member * values[:, None])) / np.maximum(drawn @ member, 1)
    whole = values @ member / member.sum(axis=0)
    return _figure(float(whole.mean()), means.mean(axis=1), len(values))


def group_means(values: Floats, groups: Names, *, at_least: int) -> dict[str, tuple[float, int]]:
    """Mean and size of each group of at least so many, the worst first."""
    means = {
        str(name): (float(values[groups == name].mean()), int(size))
        for name, size in zip(*np.unique(groups, return_counts=True), strict=True)
        if size >= at_least
    }
    return dict(sorted(means.items(), key=lambda pair: pair[1]))


def calibration_figure(confidence: Floats, right: NDArray[np.bool_]) -> Figure | None:
    """Expected calibration error (Guo et al., On Calibration of Modern Neural Networks, 2017), equal bins.

    The distance of mean confidence from accuracy within each bin of confidence, weighed by the bin's share.
    """
    if not len(confidence):
        return None
    member = np.minimum((confidence * BINS).astype(np.int64), BINS - 1)[:, None] == np.arange(BINS)
    excess = member * (confidence - right)[:, None]
    errors = np.abs(_draws(len(confidence)) @ excess).sum(axis=1) / len(confidence)
    return _figure(float(np.abs(excess.sum(axis=0)).sum() / len(confidence)), errors, len(confidence))


@lru_cache(maxsize=2)
def _draws(size: int) -> Floats:
    """How often each query is drawn in each bootstrap resample: (RESAMPLES, size), always the same."""
    even = np.full(size, 1 / size)
    return np.random.default_rng(0).multinomial(size, even, RESAMPLES).astype(np.float64)


def _figure(value: float, resampled: Floats, count: int) -> Figure:
    low, high = np.percentile(resampled, [2.5, 97.5])
    return Figure(value, float(low), float(high), count)
