"""What the measurement at scale rests on: looks that are drawn alike, and what counts as found."""

import numpy as np
import pytest

from benchmarks.scale.cases import CASES
from benchmarks.scale.looks import Looks, unit
from benchmarks.scale.truth import recall


def test_drawn_looks_stay_near_their_type() -> None:
    rng = np.random.default_rng(0)
    middles = unit(rng.standard_normal((3, 64)).astype(np.float32))
    real = unit(np.repeat(middles, 40, axis=0) + 0.05 * rng.standard_normal((120, 64)).astype(np.float32))
    types = [str(row // 40) for row in range(120)]
    drawn, starts = Looks(real, types).draw(200, rng)
    assert drawn.shape == (200, 2, 64)
    assert np.allclose(np.linalg.norm(drawn, axis=2), 1, atol=1e-5)
    assert ((drawn[:, 0] @ middles.T).argmax(axis=1) == starts // 40).all()
    assert ((drawn[:, 0] * drawn[:, 1]).sum(axis=1) > 0.95).all()


def test_what_is_as_near_as_the_last_counts_as_found() -> None:
    true = np.linspace(1, 0, 100, dtype=np.float32)
    true[24] = true[23] - 5e-5
    everything = np.ones(100, bool)
    best = list(range(1, 25))
    assert recall(true, everything, best) == recall(true, everything, [*best[:-1], 25]) == 1
    assert recall(true, everything, [*best[:-1], 27]) == pytest.approx(23 / 24)
    matching = np.arange(100) >= 98
    assert recall(true, matching, [99, 100]) == 1
    assert recall(true, matching, [99, 1]) == 0.5
    assert recall(true, np.zeros(100, bool), []) == 1


def test_opposed_filters_let_through_the_share_that_they_are_named_for() -> None:
    assert [len(case.filters.types) for case in CASES if case.is_opposed] == [4, 3, 2, 1]
