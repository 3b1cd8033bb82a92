import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.heads import Heads, Linear, fit_heads, mean_of


def test_heads_learn_what_their_features_tell() -> None:
    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 400)
    features = (rng.normal(0, 1, (400, 12)) + 3 * np.eye(3, 12)[kinds] * [20] * 1 + 5).astype(np.float32)
    heads = fit_heads(features, {"type": np.eye(3, dtype=np.float32)[kinds]}, seed=1, steps=60)
    logits = heads.logits(features)["type"]
    assert (logits.argmax(axis=1) == kinds).mean() > 0.95


def test_without_labels_there_are_no_heads() -> None:
    assert fit_heads(np.ones((4, 3), np.float32), {}, seed=1).each == {}


def test_the_mean_of_heads_says_the_mean_of_what_they_say() -> None:
    rng = np.random.default_rng(0)

    def drawn(inputs: int, outputs: int) -> Linear:
        return Linear(
            rng.normal(size=(inputs, outputs)).astype(np.float32), rng.normal(size=outputs).astype(np.float32)
        )

    members = [Heads(drawn(5, 4), {"type": drawn(9, 3)}) for _ in range(3)]
    features = rng.normal(size=(7, 5)).astype(np.float32)
    said = [one.logits(features)["type"] for one in members]
    assert np.allclose(mean_of(members).logits(features)["type"], np.mean(said, axis=0), atol=1e-5)
