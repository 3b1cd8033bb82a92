"""The shipped network, as the shop runs it."""

import subprocess
import sys

import numpy as np
import pytest

from recommendations.encoders import DEFAULT, Encoder, encoder_cards, load_encoder
from recommendations.encoders.check import check_here
from recommendations.encoders.registry import ARTEFACTS
from tests.encoders.pictures import noise
from tests.training.folders import shot


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder(DEFAULT)


def test_vectors_are_unit_rows_of_the_cards_dimension(encoder: Encoder) -> None:
    vectors = encoder.encode([noise(1), noise(2, 300, 20)]).vectors
    assert vectors.shape == (2, encoder.card.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)


def test_labels_come_before_the_looks(encoder: Encoder) -> None:
    vectors, begin = encoder.encode([noise(1), noise(2, 300, 20)]).vectors, encoder.card.looks_from
    assert (vectors[:, :begin] >= 0).all(), "probabilities"
    assert (vectors[:, begin:] < 0).mean() > 0.2


def test_it_passes_the_check_of_those_that_are_added() -> None:
    check_here(ARTEFACTS / DEFAULT)


def test_scores_are_probabilities_of_the_cards_labels(encoder: Encoder) -> None:
    scores = encoder.encode([noise(1)]).scores
    assert {"type", "colour"} <= scores.keys()
    for head, rows in scores.items():
        assert rows.shape == (1, len(encoder.card.labels[head]))
        assert rows.sum() == pytest.approx(1, abs=1e-5)
        assert rows.min() >= 0


def test_a_batch_gives_what_single_pictures_give(encoder: Encoder) -> None:
    pictures = [noise(seed) for seed in range(3)]
    singly = [encoder.encode([picture]).vectors[0] for picture in pictures]
    assert np.array_equal(encoder.encode(pictures).vectors, singly)


def test_earlier_answers_are_not_overwritten(encoder: Encoder) -> None:
    first = encoder.encode([noise(1)])
    kept = first.vectors.copy()
    encoder.encode([noise(2)])
    assert np.array_equal(first.vectors, kept)


def test_no_pictures_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).vectors.shape == (0, encoder.card.dimension)


def test_red_is_redder_than_blue(encoder: Encoder) -> None:
    """Sees to the order of channels and of labels: a swap of either would turn this round."""
    pictures = [shot("Trousers", colour) for colour in ("Red", "Blue")]
    likeliest = encoder.encode(pictures).scores["colour"].argmax(axis=1)
    assert [encoder.card.labels["colour"][label] for label in likeliest] == ["Red", "Blue"]


def test_the_artefact_is_small() -> None:
    card = encoder_cards()[DEFAULT]
    assert card.size_bytes == (ARTEFACTS / DEFAULT / "model.tflite").stat().st_size < 12_000_000


def test_encoding_imports_no_training_framework() -> None:
    script = (
        "import sys, numpy as np; from recommendations.encoders import DEFAULT, load_encoder;"
        "load_encoder(DEFAULT).encode([np.zeros((40, 40, 3), np.uint8)]);"
        "assert not {'tensorflow', 'keras', 'recommendations.training'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
