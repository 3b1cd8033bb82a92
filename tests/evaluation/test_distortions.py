import numpy as np
import pytest

from recommendations.encoders.colours import to_lab
from recommendations.evaluation.distortions import phone_like
from tests.training.folders import shot


@pytest.mark.parametrize("seed", range(6))
def test_a_photo_of_the_size_asked_for_that_is_not_white_around(seed: int) -> None:
    photo = phone_like(shot("Tshirts", "Red"), seed=seed, side=96)
    assert photo.shape == (96, 96, 3)
    assert photo.dtype == np.uint8
    assert photo[[0, 0, -1, -1], [0, -1, 0, -1]].min() < 245


def test_the_same_seed_gives_the_same_photo_and_another_another() -> None:
    shirt = shot("Tshirts", "Red")
    assert np.array_equal(phone_like(shirt, seed=1, side=64), phone_like(shirt, seed=1, side=64))
    assert not np.array_equal(phone_like(shirt, seed=1, side=64), phone_like(shirt, seed=2, side=64))


def test_the_product_stays_in_view() -> None:
    for seed in range(8):
        lab = to_lab(phone_like(shot("Tshirts", "Red"), seed=seed, side=96)).reshape(-1, 3)
        reddish = (lab[:, 1] > 25) & (lab[:, 2] > -10)
        assert reddish.mean() > 0.05
