import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.imaging import open_picture
from recommendations.encoders.colours import to_lab
from recommendations.evaluation.distortions import PHOTO_SIDE, SHOT_SIDE, Distortion, phone_like
from tests.training.folders import shot

SEEDS = st.integers(0, 2**32 - 1)
GREY = np.full((90, 120, 3), 120, np.uint8)
MANY = [Distortion.drawn(np.random.default_rng(seed)) for seed in range(800)]


@given(SEEDS)
def test_every_distortion_is_within_the_bounds_of_the_test(seed: int) -> None:
    distortion = Distortion.drawn(np.random.default_rng(seed))
    assert 0.7 <= distortion.scale <= 1.25
    assert -25 <= distortion.turn <= 25
    assert distortion.corner_moves.shape == (4, 2)
    assert np.abs(distortion.corner_moves).max() <= 40
    assert 0.6 <= distortion.brightness <= 1.3
    assert 0.7 <= distortion.contrast <= 1.3
    assert 0.7 <= distortion.colour <= 1.3
    assert distortion.cast.shape == (3,)
    assert np.abs(distortion.cast - 1).max() <= 0.12 + 1e-6
    assert 0 <= distortion.blur <= 1.2
    assert 45 <= distortion.quality <= 85


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("scale", 0.7, 1.25),
        ("turn", -25, 25),
        ("brightness", 0.6, 1.3),
        ("contrast", 0.7, 1.3),
        ("colour", 0.7, 1.3),
        ("blur", 0, 1.2),
        ("quality", 45, 85),
    ],
)
def test_the_bounds_are_reached(name: str, low: float, high: float) -> None:
    values = np.array([getattr(distortion, name) for distortion in MANY])
    slack = (high - low) * 0.03
    assert values.min() < low + slack
    assert values.max() > high - slack
    assert values.mean() == pytest.approx((low + high) / 2, abs=(high - low) * 0.06)


@given(SEEDS)
def test_corners_are_scaled_and_turned_about_the_middle_before_they_move(seed: int) -> None:
    distortion = Distortion.drawn(np.random.default_rng(seed))
    level = distortion.corners() - distortion.corner_moves - PHOTO_SIDE / 2
    assert np.hypot(*level.T) == pytest.approx(distortion.scale * SHOT_SIDE / 2 * np.sqrt(2))
    top = level[1] - level[0]
    assert np.degrees(np.arctan2(top[1], top[0])) == pytest.approx(distortion.turn)


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 10_000))
def test_a_photo_has_its_size_and_the_product_within_its_edges(seed: int) -> None:
    made = phone_like(shot("Tshirts", "Red"), GREY, seed=seed)
    photo = open_picture(made.jpeg)
    assert photo.shape == (480, 480, 3)
    lab = to_lab(photo)
    reddish = lab[..., 1] > 25
    assert reddish.mean() > 0.02
    rows, columns = np.nonzero(reddish)
    left, top, right, bottom = made.edges
    assert np.quantile(columns, 0.01) / 480 == pytest.approx(left, abs=0.06)
    assert np.quantile(rows, 0.99) / 480 == pytest.approx(bottom, abs=0.06)
    assert 0 <= left < right <= 1
    assert 0 <= top < bottom <= 1


def test_the_same_seed_gives_the_same_photo_and_another_another() -> None:
    shirt = shot("Tshirts", "Red")
    assert phone_like(shirt, GREY, seed=1) == phone_like(shirt, GREY, seed=1)
    assert phone_like(shirt, GREY, seed=1) != phone_like(shirt, GREY, seed=2)


def test_the_ground_is_a_corner_of_the_photo() -> None:
    photo = GREY.copy()
    photo[30:60, 40:80] = (0, 255, 0)
    made = open_picture(phone_like(shot("Tshirts", "Red"), photo, seed=5).jpeg)
    greenish = to_lab(made)[..., 1] < -40
    assert not greenish.any()
