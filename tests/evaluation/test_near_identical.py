import numpy as np
import pytest

from catalog.imaging import Pixels, encode_jpeg, open_picture, resize
from recommendations.evaluation.near_identical import fingerprints, near_identical
from tests.training.folders import shot


def same(picture: Pixels, other: Pixels) -> bool:
    return bool(near_identical(fingerprints([picture]), fingerprints([other]))[0])


@pytest.fixture
def shirt() -> Pixels:
    rng = np.random.default_rng(3)
    picture = shot("Tshirts", "Red", side=64).copy()
    picture[20:44, 10:54] = resize(rng.integers(0, 255, (4, 6, 3), np.uint8), 44, 24)
    return picture


def test_saving_again_and_scaling_leave_a_picture_nearly_the_same(shirt: Pixels) -> None:
    assert same(shirt, open_picture(encode_jpeg(resize(shirt, 200, 200), 60)))


def test_another_product_is_not_the_same(shirt: Pixels) -> None:
    assert not same(shirt, shot("Trousers", "Red"))


def test_the_same_outline_in_another_colour_is_not_the_same() -> None:
    assert not same(shot("Tshirts", "Red"), shot("Tshirts", "Green"))


def test_each_picture_is_compared_with_all_others(shirt: Pixels) -> None:
    blue = shot("Trousers", "Blue")
    twins = near_identical(fingerprints([blue, shirt]), fingerprints([shot("Tshirts", "Blue"), shirt]))
    assert twins.tolist() == [False, True]


def test_no_pictures_have_no_twins(shirt: Pixels) -> None:
    assert near_identical(fingerprints([]), fingerprints([shirt])).tolist() == []
    assert near_identical(fingerprints([shirt]), fingerprints([])).tolist() == [False]
