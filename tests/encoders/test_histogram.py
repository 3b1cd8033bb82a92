import numpy as np
import pytest

from recommendations.encoders import load_encoder
from recommendations.encoders.colours import NAMED_COLOURS, to_lab
from tests.encoders.pictures import noise, plain


def test_vectors_are_unit_rows_of_the_cards_dimension() -> None:
    encoder = load_encoder("colour-histogram")
    vectors = encoder.encode([noise(1), noise(2)]).vectors
    assert vectors.shape == (2, encoder.card.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-6)


def test_the_same_picture_gives_the_same_vector() -> None:
    one, other = load_encoder("colour-histogram"), load_encoder("colour-histogram")
    assert np.array_equal(one.encode([noise(3)]).vectors, other.encode([noise(4), noise(3)]).vectors[1:])


def test_close_colours_are_closer_than_far_ones() -> None:
    red, scarlet, blue = (
        load_encoder("colour-histogram")
        .encode([plain(200, 20, 30), plain(215, 45, 30), plain(20, 40, 200)])
        .vectors
    )
    assert red @ scarlet > 0.8 > red @ blue


@pytest.mark.parametrize("ground", [(255, 255, 255), (225, 218, 205)])
def test_the_ground_hardly_counts(ground: tuple[int, int, int]) -> None:
    framed = plain(*ground, 80)
    framed[20:60, 20:60] = (20, 40, 200)
    on_ground, none = load_encoder("colour-histogram").encode([framed, plain(20, 40, 200)]).vectors
    assert on_ground @ none > 0.9


@pytest.mark.parametrize("name", NAMED_COLOURS)
def test_a_plain_picture_is_named_after_its_colour(name: str) -> None:
    encoder = load_encoder("colour-histogram")
    scores = encoder.encode([plain(*NAMED_COLOURS[name])]).scores["colour"][0]
    assert encoder.card.labels["colour"][int(scores.argmax())] == name
    assert scores.sum() == pytest.approx(1)


def test_a_white_picture_has_a_vector_too() -> None:
    assert np.linalg.norm(
        load_encoder("colour-histogram").encode([plain(255, 255, 255)]).vectors
    ) == pytest.approx(1)


def test_no_pictures_give_no_rows() -> None:
    encoding = load_encoder("colour-histogram").encode([])
    assert encoding.vectors.shape == (0, 64)
    assert encoding.scores["colour"].shape == (0, len(NAMED_COLOURS))


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [((255, 255, 255), (100, 0, 0)), ((0, 0, 0), (0, 0, 0)), ((255, 0, 0), (53.24, 80.09, 67.20))],
)
def test_cielab_of_known_colours(rgb: tuple[int, int, int], lab: tuple[float, float, float]) -> None:
    assert to_lab(np.array(rgb, np.uint8)) == pytest.approx(lab, abs=0.05)
