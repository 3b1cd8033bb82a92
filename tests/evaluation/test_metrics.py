import numpy as np
import pytest

from recommendations.evaluation.metrics import (
    group_mean_figure,
    mean_figure,
    nearest_rows,
    precision,
    recall,
)

# Five unit vectors on a quarter circle, at 0, 10, 20, 60 and 90 degrees.
ANGLES = np.radians([0, 10, 20, 60, 90])
GALLERY = np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1).astype(np.float32)


def test_the_nearest_come_first_and_never_oneself() -> None:
    near = nearest_rows(GALLERY, GALLERY, 2, same=True)
    assert near.tolist() == [[1, 2], [0, 2], [1, 0], [4, 2], [3, 2]]


def test_a_query_of_its_own_may_find_any_row() -> None:
    query = np.array([[np.cos(np.radians(62)), np.sin(np.radians(62))]], np.float32)
    assert nearest_rows(query, GALLERY, 3).tolist() == [[3, 4, 2]]


def test_a_small_gallery_gives_what_it_has() -> None:
    assert nearest_rows(GALLERY[:3], GALLERY[:3], 5, same=True).shape == (3, 2)
    assert nearest_rows(GALLERY[:3], GALLERY[:3], 5).shape == (3, 3)


def test_ties_go_to_the_lower_row() -> None:
    same = np.array([[1, 0], [1, 0], [1, 0]], np.float32)
    assert nearest_rows(same, same, 2, same=True).tolist() == [[1, 2], [0, 2], [0, 1]]


def test_precision_is_the_share_of_relevant_neighbours() -> None:
    relevant = np.array([[True, True, False, False], [True, True, True, True], [False] * 4])
    assert precision(relevant).tolist() == [0.5, 1, 0]


def test_recall_asks_whether_the_own_row_is_among_the_first() -> None:
    near = np.array([[3, 1, 2], [0, 2, 1]])
    assert recall(near, np.array([3, 2]), 1).tolist() == [1, 0]
    assert recall(near, np.array([3, 2]), 2).tolist() == [1, 1]
    assert recall(near, np.array([9, 9]), 3).tolist() == [0, 0]


def test_a_mean_lies_within_its_interval() -> None:
    values = np.array([0.0] * 300 + [1.0] * 100)
    figure = mean_figure(values)
    assert figure.value == 0.25
    assert figure.count == 400
    # The normal approximation: 1.96 · sqrt(0.25 · 0.75 / 400) = 0.0424.
    assert figure.low == pytest.approx(0.25 - 0.0424, abs=0.008)
    assert figure.high == pytest.approx(0.25 + 0.0424, abs=0.008)


def test_values_without_spread_have_no_interval() -> None:
    figure = mean_figure(np.ones(10))
    assert (figure.value, figure.low, figure.high) == (1, 1, 1)


def test_intervals_are_the_same_every_time() -> None:
    values = np.arange(50) / 50
    assert mean_figure(values) == mean_figure(values)


def test_every_large_group_counts_the_same() -> None:
    values = np.array([1.0] * 30 + [0.0] * 20 + [0.0] * 5)
    groups = np.array(["a"] * 30 + ["b"] * 20 + ["c"] * 5)
    figure = group_mean_figure(values, groups, at_least=20)
    assert (figure.value, figure.low, figure.high, figure.count) == (0.5, 0.5, 0.5, 50)


def test_no_large_group_gives_no_figure() -> None:
    figure = group_mean_figure(np.ones(3), np.array(["a", "b", "c"]), at_least=2)
    assert np.isnan(figure.value)
    assert figure.count == 0
