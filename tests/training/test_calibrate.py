import numpy as np
import pytest

from recommendations.training.calibrate import best_temperature


def test_logits_that_are_twice_too_sure_are_halved() -> None:
    rng = np.random.default_rng(0)
    honest = rng.normal(0, 2, (4000, 5)).astype(np.float32)
    odds = np.exp(honest) / np.exp(honest).sum(axis=1, keepdims=True)
    right = np.eye(5, dtype=np.float32)[[rng.choice(5, p=row / row.sum()) for row in odds.astype(float)]]
    assert best_temperature(honest, right) == pytest.approx(1, rel=0.08)
    assert best_temperature(honest * 2, right) == pytest.approx(2, rel=0.08)


def test_several_right_labels_count_together() -> None:
    logits = np.array([[5, 5, 0]] * 10, np.float32)
    assert best_temperature(logits, np.array([[1, 1, 0]] * 10, np.float32)) == 0.25


def test_nothing_known_changes_nothing() -> None:
    assert best_temperature(np.ones((3, 2), np.float32), np.zeros((3, 2), np.float32)) == 1
