import math

import numpy as np
import pytest

keras = pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.losses import cosine_distance, info_nce, label_loss, soft_loss  # noqa: E402

GROUPS = np.array([0, 1], np.int32)
UNIT = np.array([[1, 0], [0, 1]], np.float32)


def test_info_nce_of_perfect_pairs() -> None:
    # Cosines 1 and 0 at temperature 0.5: −log(e² / (e² + 1)).
    expected = -math.log(math.e**2 / (math.e**2 + 1))
    assert float(info_nce(UNIT, UNIT, GROUPS, GROUPS, temperature=0.5)) == pytest.approx(expected, rel=1e-5)


def test_info_nce_of_swapped_pairs_is_worse() -> None:
    expected = -math.log(1 / (math.e**2 + 1))
    swapped = info_nce(UNIT, UNIT[::-1].copy(), GROUPS, GROUPS, temperature=0.5)
    assert float(swapped) == pytest.approx(expected, rel=1e-5)


def test_more_keys_are_more_to_be_told_from() -> None:
    keys = np.array([[1, 0], [0, 1], [0, -1], [0, -1]], np.float32)
    # The first query has cosines 1, 0, 0, 0, the second 0, 1, −1, −1.
    first = -math.log(math.e**2 / (math.e**2 + 3))
    second = -math.log(math.e**2 / (math.e**2 + 1 + 2 * math.e**-2))
    loss = info_nce(UNIT, keys, GROUPS, np.array([0, 1, 2, 3], np.int32), temperature=0.5)
    assert float(loss) == pytest.approx((first + second) / 2, rel=1e-5)


def test_keys_of_no_group_do_not_count() -> None:
    keys = np.concatenate([UNIT, UNIT])
    loss = info_nce(UNIT, keys, GROUPS, np.array([0, 1, -1, -1], np.int32), temperature=0.5)
    assert float(loss) == pytest.approx(-math.log(math.e**2 / (math.e**2 + 1)), rel=1e-5)


def test_info_nce_does_not_tell_the_same_apart() -> None:
    rows, one_group = np.array([[1, 0], [1, 0]], np.float32), np.zeros(2, np.int32)
    assert float(info_nce(rows, rows, GROUPS, GROUPS, temperature=0.5)) == pytest.approx(
        math.log(2), rel=1e-5
    )
    assert float(info_nce(rows, rows, one_group, one_group, temperature=0.5)) == pytest.approx(0, abs=1e-5)


def test_label_loss_of_one_right_label_is_cross_entropy() -> None:
    logits = np.log(np.array([[0.2, 0.3, 0.5]], np.float32))
    assert float(label_loss(logits, np.array([[0, 0, 1]], np.float32))) == pytest.approx(
        -math.log(0.5), rel=1e-5
    )


def test_label_loss_of_several_right_labels_adds_their_probabilities() -> None:
    logits = np.log(np.array([[0.2, 0.3, 0.5]], np.float32))
    assert float(label_loss(logits, np.array([[0, 1, 1]], np.float32))) == pytest.approx(
        -math.log(0.8), rel=1e-5
    )


def test_rows_without_a_right_label_do_not_count() -> None:
    logits = np.log(np.array([[0.2, 0.8], [0.9, 0.1]], np.float32))
    some = label_loss(logits, np.array([[0, 1], [0, 0]], np.float32))
    assert float(some) == pytest.approx(-math.log(0.8), rel=1e-5)
    assert float(label_loss(logits, np.zeros((2, 2), np.float32))) == 0


def test_soft_loss_is_cross_entropy_over_the_rows_that_say_something() -> None:
    logits = np.log(np.array([[0.2, 0.8], [0.9, 0.1]], np.float32))
    soft = np.array([[0.5, 0.5], [0, 0]], np.float32)
    expected = -(math.log(0.2) + math.log(0.8)) / 2
    assert float(soft_loss(logits, soft)) == pytest.approx(expected, rel=1e-5)
    assert float(soft_loss(logits, soft * 0)) == 0


def test_cosine_distance() -> None:
    one = np.array([[2, 0], [0, 3]], np.float32)
    assert float(cosine_distance(one, one * 5)) == pytest.approx(0, abs=1e-6)
    assert float(cosine_distance(one, one[::-1].copy())) == pytest.approx(1, abs=1e-6)
    assert float(cosine_distance(one, np.array([[2, 0], [3, 0]], np.float32))) == pytest.approx(0.5, abs=1e-6)
