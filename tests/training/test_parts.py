from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.heads import Heads, Linear
from recommendations.training.parts import Parts, fit_trust, principal, probabilities

EYE = np.eye(3, dtype=np.float32)
NOTHING = Heads(Linear(np.zeros((3, 2), np.float32), np.zeros(2, np.float32)))
PLAIN = Parts(Linear(EYE, np.zeros(3, np.float32)), NOTHING, general_share=0.25)


def test_vectors_have_length_one_whatever_the_labels_say() -> None:
    parts = replace(PLAIN, shares={"type": 0.5, "colour": 0.3})
    sure = {"type": np.array([[1.0, 0], [0.5, 0.5], [0.9, 0.1]]), "colour": np.array([[0.25] * 4] * 3)}
    vectors = np.asarray(parts.vectors(EYE, EYE, sure))
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-6)


def test_a_sure_label_counts_its_share_and_the_looks_the_rest() -> None:
    parts = replace(PLAIN, shares={"type": 0.4})
    sure = {"type": np.array([[1.0, 0], [1.0, 0], [0.0, 1]], np.float32)}
    vectors = np.asarray(parts.vectors(EYE, EYE, sure))
    assert vectors[0] @ vectors[1] == pytest.approx(0.4, abs=1e-6)
    assert vectors[0] @ vectors[2] == pytest.approx(0, abs=1e-6)
    looks = np.asarray(parts.vectors(EYE[[0, 0]], EYE[[0, 1]], {"type": sure["type"][:2]}))
    assert looks[0] @ looks[1] == pytest.approx(0.4 + 0.6 * 0.75, abs=1e-6)


def test_without_labels_the_vector_is_the_looks() -> None:
    vectors = np.asarray(replace(PLAIN, general_share=0.0).vectors(EYE, EYE, {}))
    assert np.array_equal(vectors, EYE)


def test_logits_that_are_twice_too_sure_are_halved() -> None:
    rng = np.random.default_rng(0)
    honest = rng.normal(0, 2, (4000, 5)).astype(np.float32)
    odds = probabilities(honest).astype(float)
    right = EYE_5[[rng.choice(5, p=row / row.sum()) for row in odds]]
    noise = rng.normal(0, 2, honest.shape).astype(np.float32)
    tuned, second = fit_trust(honest * 2, noise, right)
    assert tuned == pytest.approx(0.5, rel=0.1)
    assert second == 0


def test_two_eyes_that_each_know_something_are_both_trusted() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.normal(0, 2, (2, 4000, 5)).astype(np.float32)
    right = EYE_5[[rng.choice(5, p=row / row.sum()) for row in probabilities(one + other).astype(float)]]
    assert fit_trust(one, other, right) == pytest.approx((1, 1), rel=0.2)


def test_nothing_known_trusts_the_tuned_eye() -> None:
    rows = np.ones((3, 2), np.float32)
    assert fit_trust(rows, rows, np.zeros((3, 2), np.float32)) == (1, 0)


def test_principal_directions_keep_what_varies_most() -> None:
    rng = np.random.default_rng(2)
    rows = (rng.normal(0, 1, (200, 4)) * [10, 1, 0.1, 0.01] + 7).astype(np.float32)
    projection = principal(rows, 2)
    kernel = np.abs(projection.kernel)
    assert kernel.shape == (4, 2)
    assert kernel.argmax(axis=0).tolist() == [0, 1]
    assert projection(rows).mean(axis=0) == pytest.approx([0, 0], abs=1e-3)


EYE_5 = np.eye(5, dtype=np.float32)
