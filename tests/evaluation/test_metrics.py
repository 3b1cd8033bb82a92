import numpy as np
import pytest

from recommendations.evaluation.metrics import agreement, precision, recall

RELEVANT = np.array([[True, True, False, False], [False, False, True, True], [False] * 4])


def test_precision_is_the_share_of_relevant_neighbours() -> None:
    assert precision(RELEVANT).tolist() == [0.5, 0.5, 0]


def test_recall_asks_whether_any_of_the_first_is_relevant() -> None:
    assert recall(RELEVANT, 1).tolist() == [1, 0, 0]
    assert recall(RELEVANT, 3).tolist() == [1, 1, 0]
    assert recall(RELEVANT, 20).tolist() == [1, 1, 0]


def test_agreement_is_the_share_in_common_over_all_pairs_of_searches() -> None:
    same = [[1, 2, 3, 4], [4, 3, 2, 1], [1, 2, 3, 4]]
    # Common: first and second 2 of 4, first and third 0, second and third 1.
    mixed = [[1, 2, 3, 4], [1, 2, 7, 8], [5, 6, 7, 9]]
    assert agreement(np.array([same, mixed])).tolist() == [1, pytest.approx((0.5 + 0 + 0.25) / 3)]
