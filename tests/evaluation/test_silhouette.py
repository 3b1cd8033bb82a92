import numpy as np

from recommendations.evaluation.silhouette import silhouette
from tests.training.folders import SHAPES, shot


def test_the_product_is_what_is_not_white() -> None:
    top, bottom, left, right = SHAPES["Tshirts"]
    product = silhouette(shot("Tshirts", "Red"))
    expected = np.zeros((64, 64), bool)
    expected[top:bottom, left:right] = True
    # Each corner loses three pixels.
    assert (product != expected).sum() <= 12


def test_white_within_the_product_belongs_to_it_and_specks_do_not() -> None:
    picture = shot("Tshirts", "Blue").copy()
    picture[26:36, 20:40] = 255
    picture[5, 5] = 0
    product = silhouette(picture)
    assert product[26:36, 20:40].all()
    assert not product[:16].any()


def test_ground_around_a_corner_is_found() -> None:
    picture = np.full((40, 40, 3), 255, np.uint8)
    picture[10:30, 8:12] = picture[26:30, 8:32] = picture[10:30, 28:32] = 30
    picture[10:14, 8:24] = 30
    # Inside of this vessel it is white, and its mouth is open at the upper right.
    assert not silhouette(picture)[18:24, 15:25].any()


def test_another_ground_leaves_the_whole_picture() -> None:
    assert silhouette(np.full((20, 20, 3), 90, np.uint8)).all()
    assert silhouette(np.full((20, 20, 3), 255, np.uint8)).all()
