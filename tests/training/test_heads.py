import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

import keras

from recommendations.training.heads import fit_heads


def test_heads_learn_what_their_features_tell() -> None:
    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 400)
    features = (rng.normal(0, 1, (400, 12)) + 3 * np.eye(3, 12)[kinds] * [20] * 1 + 5).astype(np.float32)
    heads = fit_heads(features, {"type": np.eye(3, dtype=np.float32)[kinds]}, seed=1, steps=60)
    logits = heads.logits(features)["type"]
    assert (logits.argmax(axis=1) == kinds).mean() > 0.95


def test_a_network_computes_what_the_arrays_do() -> None:
    rng = np.random.default_rng(0)
    features = rng.normal(2, 3, (30, 6)).astype(np.float32)
    right = np.eye(2, dtype=np.float32)[rng.integers(0, 2, 30)]
    heads = fit_heads(features, {"gender": right}, seed=1, steps=3)
    seen = keras.Input((6,))
    network = keras.Model(seen, heads.layers(seen, {"gender": 0.5}))
    expected = heads.logits(features)["gender"] * 0.5
    assert network.predict_on_batch(features)["gender"] == pytest.approx(expected, abs=1e-4)


def test_without_labels_there_are_no_heads() -> None:
    assert fit_heads(np.ones((4, 3), np.float32), {}, seed=1).each == {}
