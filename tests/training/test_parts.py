from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("keras", reason="training is not installed")

from recommendations.training.parts import Parts, fit_sharpness, probabilities

EYE = np.eye(3, dtype=np.float32)
PLAIN = Parts(general_share=0.25, contrast=1)


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
    vectors = np.asarray(PLAIN.vectors(EYE, EYE[[1, 2, 0]], {}))
    assert vectors[:, :3] == pytest.approx(EYE * 0.75**0.5)
    assert vectors[:, 3:] == pytest.approx(EYE[[1, 2, 0]] * 0.5)


def test_the_palette_counts_its_share_as_it_is() -> None:
    parts = replace(PLAIN, shares={"palette": 0.3}, contrast=9)
    palettes = np.array([[1, 0], [0.6, 0.8]], np.float32)
    vectors = np.asarray(parts.vectors(EYE[:2], EYE[:2], {"palette": palettes}))
    assert vectors[0] @ vectors[1] == pytest.approx(0.3 * 0.6, abs=1e-6)


def test_contrast_makes_labels_in_the_vector_surer() -> None:
    parts = replace(PLAIN, shares={"type": 1}, contrast=2)
    vectors = np.asarray(parts.vectors(EYE[:1], EYE[:1], {"type": np.array([[0.75, 0.25]], np.float32)}))
    assert vectors[0, :2] == pytest.approx([0.9, 0.1], abs=1e-6)


def test_logits_that_are_twice_too_sure_are_halved() -> None:
    rng = np.random.default_rng(0)
    honest = rng.normal(0, 2, (4000, 5)).astype(np.float32)
    odds = probabilities(honest).astype(float)
    right = EYE_5[[rng.choice(5, p=row / row.sum()) for row in odds]]
    assert fit_sharpness(honest * 2, right) == pytest.approx(0.5, rel=0.1)


def test_nothing_known_leaves_the_logits_as_they_are() -> None:
    assert fit_sharpness(np.ones((3, 2), np.float32), np.zeros((3, 2), np.float32)) == 1


EYE_5 = np.eye(5, dtype=np.float32)
