"""Losses of known value."""

import numpy as np
import pytest

keras = pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.regions.losses import heat_loss, kind_loss, overlap_loss  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
WEIGHT = np.ones((1, 1), np.float32)


def sides(*values: float) -> np.ndarray:
    return np.array(values, np.float32).reshape(1, 1, 4)


@pytest.mark.parametrize(
    ("found", "right", "loss"),
    [
        (sides(1, 1, 1, 1), sides(1, 1, 1, 1), 0),
        (sides(1, 2, 1, 2), sides(1, 1, 1, 1), 0.5),
        # Shared 1, union 7, the box around both 9 (a corner to a corner): 1 - (1/7 - 2/9).
        (sides(0.5, 0.5, 1.5, 1.5), sides(1.5, 1.5, 0.5, 0.5), 1 - (1 / 7 - 2 / 9)),
    ],
    ids=["same", "twice as high", "corner"],
)
def test_overlap(found: np.ndarray, right: np.ndarray, loss: float) -> None:
    assert float(overlap_loss(found, right, WEIGHT)) == pytest.approx(loss, abs=1e-5)


def test_cells_without_weight_do_not_count() -> None:
    found = np.concatenate([sides(1, 1, 1, 1), sides(9, 9, 9, 9)], axis=1)
    right = np.concatenate([sides(1, 1, 1, 1), sides(1, 1, 1, 1)], axis=1)
    assert float(overlap_loss(found, right, np.array([[1.0, 0.0]], np.float32))) == pytest.approx(0, abs=1e-5)
    assert float(overlap_loss(found, right, np.zeros((1, 2), np.float32))) == 0


def test_heat_by_hand() -> None:
    """A peak at probability 1/2, a far cell at 1/2 and one near the peak at 1/2: all over one good."""
    logits, heat = np.zeros((1, 3), np.float32), np.array([[1.0, 0.0, 0.5]], np.float32)
    expected = (0.25 + 0.25 + 0.5**4 * 0.25) * np.log(2)
    assert float(heat_loss(logits, heat)) == pytest.approx(expected, rel=1e-5)


def test_heat_in_the_right_places_costs_next_to_nothing() -> None:
    heat = np.array([[1.0, 0.0]], np.float32)
    right, wrong = np.array([[9.0, -9.0]], np.float32), np.array([[-9.0, 9.0]], np.float32)
    assert float(heat_loss(right, heat)) < 1e-4
    assert float(heat_loss(wrong, heat)) > 10


def test_kind_by_hand() -> None:
    right = np.array([[[1.0, 0.0]]], np.float32)
    assert float(kind_loss(np.zeros((1, 1, 2), np.float32), right, WEIGHT)) == pytest.approx(np.log(2))
