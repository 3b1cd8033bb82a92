import numpy as np
import pytest

from recommendations.evaluation.figures import (
    Forecasts,
    Outcomes,
    calibration_figure,
    group_mean_figure,
    group_means,
    mean_figure,
)


def test_a_mean_lies_within_its_interval() -> None:
    figure = mean_figure(np.array([0.0] * 300 + [1.0] * 100))
    assert figure is not None
    assert (figure.value, figure.count) == (0.25, 400)
    # The normal approximation: 1.96 · sqrt(0.25 · 0.75 / 400) = 0.0424.
    assert figure.low == pytest.approx(0.25 - 0.0424, abs=0.008)
    assert figure.high == pytest.approx(0.25 + 0.0424, abs=0.008)


def test_values_without_spread_have_no_interval() -> None:
    figure = mean_figure(np.ones(10))
    assert figure is not None
    assert (figure.value, figure.low, figure.high) == (1, 1, 1)


def test_intervals_are_the_same_every_time() -> None:
    values = np.arange(50) / 50
    assert mean_figure(values) == mean_figure(values)


def test_every_large_group_counts_the_same() -> None:
    values = np.array([1.0] * 30 + [0.0] * 20 + [0.0] * 5)
    groups = np.array(["a"] * 30 + ["b"] * 20 + ["c"] * 5)
    figure = group_mean_figure(values, groups, at_least=20)
    assert figure is not None
    assert (figure.value, figure.low, figure.high, figure.count) == (0.5, 0.5, 0.5, 50)


def test_types_of_twenty_count_and_smaller_ones_do_not() -> None:
    types = np.array(["hat"] * 20 + ["tie"] * 20 + ["glove"] * 19)
    outcomes = Outcomes(np.array([1.0] * 20 + [0.5] * 20 + [0.0] * 19), types)
    over_types, over_items = outcomes.over_types(), outcomes.over_items()
    assert over_types is not None
    assert over_items is not None
    assert (over_types.value, over_types.count) == (0.75, 40)
    assert over_items.value == pytest.approx(30 / 59)


def test_nothing_to_measure_gives_no_figure() -> None:
    assert mean_figure(np.zeros(0)) is None
    assert calibration_figure(np.zeros(0), np.zeros(0, bool)) is None
    assert group_mean_figure(np.ones(3), np.array(["a", "b", "c"]), at_least=2) is None


def test_groups_are_listed_from_the_worst() -> None:
    values, groups = np.array([1, 1, 0, 1, 0.5]), np.array(["a", "a", "b", "b", "c"])
    assert list(group_means(values, groups, at_least=2).items()) == [("b", (0.5, 2)), ("a", (1.0, 2))]


def test_calibration_error_by_hand() -> None:
    # Four forecasts of 0.9 of which three are right: off by 0.15. Six of 0.6, all right: off by 0.4.
    confidence = np.array([0.9] * 4 + [0.6] * 6)
    right = np.array([True, True, True, False] + [True] * 6)
    figure = calibration_figure(confidence, right)
    assert figure is not None
    assert figure.value == pytest.approx(0.4 * 0.15 + 0.6 * 0.4)
    assert figure.low <= figure.value <= figure.high


def test_opposite_errors_cancel_only_within_a_bin() -> None:
    # One bin: 0.72 and 0.68 are 0.7 on average, as is the share that is right.
    within = calibration_figure(np.array([0.72, 0.68] * 5), np.array([True] * 7 + [False] * 3))
    across = calibration_figure(
        np.array([0.9] * 5 + [0.5] * 5), np.array([True] * 2 + [False] * 3 + [True] * 5)
    )
    assert within is not None
    assert across is not None
    assert within.value == pytest.approx(0, abs=1e-9)
    assert across.value == pytest.approx(0.5 * 0.5 + 0.5 * 0.5)


def test_certainty_falls_into_the_last_bin() -> None:
    forecasts = Forecasts(np.ones(3), np.array([True, True, False]))
    figure = forecasts.over_items()
    assert figure is not None
    assert figure.value == pytest.approx(1 / 3)
    assert forecasts.over_types() is None
