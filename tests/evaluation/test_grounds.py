import numpy as np
import pytest

from recommendations.evaluation.grounds import GROUNDS, corner_of


@pytest.mark.parametrize("name", GROUNDS)
def test_grounds_are_pictures_that_a_seed_decides(name: str) -> None:
    ground = GROUNDS[name](64, np.random.default_rng(1))
    assert ground.shape == (64, 64, 3)
    assert ground.dtype == np.float32
    assert 0 <= ground.min() <= ground.max() <= 255
    assert np.array_equal(ground, GROUNDS[name](64, np.random.default_rng(1)))


def test_only_the_studio_is_white() -> None:
    whites = [name for name, draw in GROUNDS.items() if draw(64, np.random.default_rng(2)).min() == 255]
    assert whites == ["white"]


def test_all_four_corners_are_taken_and_never_the_middle() -> None:
    photo = np.zeros((100, 200, 3), np.uint8)
    photo[:50, :100], photo[:50, 100:], photo[50:, :100], photo[50:, 100:] = 10, 20, 30, 40
    photo[31:69, 31:169] = 255
    rng = np.random.default_rng(0)
    seen = {tuple(np.unique(corner_of(photo, 20, rng)).astype(int)) for _ in range(40)}
    assert seen == {(10,), (20,), (30,), (40,)}
