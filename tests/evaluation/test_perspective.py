import numpy as np
import pytest

from recommendations.evaluation.perspective import homography, seen_at


def test_each_point_goes_to_its_target() -> None:
    source = np.array([[0, 0], [10, 0], [10, 10], [0, 10]], float)
    target = np.array([[1, 2], [12, 0], [9, 13], [-2, 8]], float)
    matrix = homography(source, target)
    for (x, y), expected in zip(source, target, strict=True):
        u, v, w = matrix @ (x, y, 1)
        assert (u / w, v / w) == pytest.approx(tuple(expected))


def test_corners_in_place_leave_the_picture_as_it_is() -> None:
    picture = np.random.default_rng(0).uniform(0, 255, (8, 8, 3)).astype(np.float32)
    corners = np.array([[0, 0], [8, 0], [8, 8], [0, 8]], float)
    assert seen_at(corners, picture, 8) == pytest.approx(picture, abs=1e-3)


def test_corners_turned_by_a_quarter_turn_the_picture() -> None:
    picture = np.random.default_rng(0).uniform(0, 255, (8, 8, 1)).astype(np.float32)
    corners = np.array([[8, 0], [8, 8], [0, 8], [0, 0]], float)
    assert seen_at(corners, picture, 8) == pytest.approx(np.rot90(picture, -1), abs=1e-3)


def test_around_a_small_picture_is_nothing() -> None:
    corners = np.array([[2, 2], [6, 2], [6, 6], [2, 6]], float)
    seen = seen_at(corners, np.full((4, 4, 1), 100, np.float32), 8)[..., 0]
    assert (seen[2:6, 2:6] == 100).all()
    assert seen.sum() == 100 * 16
