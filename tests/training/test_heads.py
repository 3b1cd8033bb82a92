import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.heads import fit_heads


def test_heads_learn_what_their_features_tell() -> None:
    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 400)
    features = (rng.normal(0, 1, (400, 12)) + 3 * np.eye(3, 12)[kinds] * [20] * 1 + 5).astype(np.float32)
    heads = fit_heads(features, {"type": np.eye(3, dtype=np.float32)[kinds]}, seed=1, steps=60)
    logits = heads.logits(features)["type"]
    assert (logits.argmax(axis=1) == kinds).mean() > 0.95


def test_without_labels_there_are_no_heads() -> None:
    assert fit_heads(np.ones((4, 3), np.float32), {}, seed=1).each == {}
