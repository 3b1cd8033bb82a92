import numpy as np
import pytest

from benchmarks.composed import Composed, compose
from catalog.imaging import Pixels
from tests.training.folders import shot

GREEN = np.full((80, 60, 3), (40, 160, 60), np.uint8)


def red_within(picture: Pixels, box: np.ndarray) -> float:
    """The share of the picture's red that lies within the box."""
    red = picture[..., 0].astype(int) > picture[..., 1] + 30
    left, top, right, bottom = (np.array(box) * len(picture)).round().astype(int)
    return float(red[top:bottom, left:right].sum() / red.sum())


def composed(count: int, seed: int) -> Composed:
    return compose([shot("Tshirts", "Red")] * count, GREEN, seed=seed)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_each_good_lies_in_its_own_box(count: int, seed: int) -> None:
    scene = composed(count, seed)
    shares = [red_within(scene.picture, box) for box in scene.boxes]
    assert len(shares) == count
    assert min(shares) > 0.5 / count
    assert sum(shares) > 0.97


def test_a_scene_is_of_its_seed() -> None:
    assert np.array_equal(composed(2, 5).picture, composed(2, 5).picture)
    assert not np.array_equal(composed(2, 5).picture, composed(2, 6).picture)
