import numpy as np
import pytest
from numpy.random import default_rng

from recommendations.training.cutout import foreground
from recommendations.training.views import phone_view, photo_view, studio_view
from tests.training.folders import shot

SHIRT = shot("Tshirts", "Red")
ROOM = shot("Tshirts", "Blue", ground=120)


def views(seed: int) -> list["np.ndarray[tuple[int, ...], np.dtype[np.float32]]"]:
    rng = default_rng(seed)
    return [
        studio_view(SHIRT, 48, rng),
        photo_view(ROOM, 48, rng),
        phone_view(SHIRT, foreground(SHIRT), ROOM, 48, rng),
    ]


@pytest.mark.parametrize("seed", range(12))
def test_views_are_pictures_of_the_size_asked_for(seed: int) -> None:
    for view in views(seed):
        assert view.shape == (48, 48, 3)
        assert view.dtype == np.float32
        assert view.min() >= 0
        assert view.max() <= 255
        assert np.ptp(view) > 20


def test_the_same_seed_gives_the_same_views_and_another_others() -> None:
    assert all(np.array_equal(one, other) for one, other in zip(views(1), views(1), strict=True))
    assert not any(np.array_equal(one, other) for one, other in zip(views(1), views(2), strict=True))


def test_a_studio_view_keeps_its_white_ground_and_its_red_shirt() -> None:
    view = studio_view(SHIRT, 48, default_rng(3))
    assert view[0, 0].min() > 220
    assert view[24, 24, 0] > view[24, 24, 1:].max() + 80


def test_a_phone_view_puts_the_product_on_another_ground() -> None:
    corners = [phone_view(SHIRT, foreground(SHIRT), ROOM, 48, default_rng(seed))[0, 0] for seed in range(20)]
    assert sum(corner.min() < 200 for corner in corners) > 10


def test_a_photo_without_content_can_be_a_ground() -> None:
    white = np.full((48, 48, 3), 255, np.uint8)
    for seed in range(8):
        assert phone_view(SHIRT, foreground(SHIRT), white, 32, default_rng(seed)).shape == (32, 32, 3)
