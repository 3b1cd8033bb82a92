import numpy as np
import pytest
from numpy.typing import NDArray

from recommendations.training.warp import Homography, placement, warp

PICTURE: NDArray[np.uint8] = np.random.default_rng(0).integers(0, 256, (8, 8, 3), dtype=np.uint8)


def placed(
    *,
    turn: float = 0,
    scale: float = 1,
    aspect: float = 1,
    shift: tuple[float, float] = (0, 0),
    tilt: tuple[float, float] = (0, 0),
    mirror: bool = False,
) -> Homography:
    return placement(turn=turn, scale=scale, aspect=aspect, shift=shift, tilt=tilt, mirror=mirror)


def test_no_change_gives_the_picture_back() -> None:
    assert warp(PICTURE, placed(), 8, 0) == pytest.approx(PICTURE.astype(float), abs=1e-3)


def test_mirror() -> None:
    assert warp(PICTURE, placed(mirror=True), 8, 0) == pytest.approx(PICTURE[:, ::-1].astype(float), abs=1e-3)


def test_a_quarter_turn_is_clockwise() -> None:
    assert warp(PICTURE, placed(turn=-90), 8, 0) == pytest.approx(
        np.rot90(PICTURE, -1).astype(float), abs=1e-2
    )


def test_a_shift_of_half_the_width_shows_the_fill_beside_it() -> None:
    moved = warp(PICTURE, placed(shift=(1, 0)), 8, 7)
    assert moved[:, 5:] == pytest.approx(PICTURE[:, 1:4].astype(float), abs=1e-2)
    assert (moved[:, :3] == 7).all()


def test_a_small_scale_shows_fill_all_around() -> None:
    small = warp(PICTURE, placed(scale=0.5), 8, 9)
    border = np.ones((8, 8), bool)
    border[1:-1, 1:-1] = False
    assert small[border] == pytest.approx(9, abs=0.01)
    assert not (small[2:6, 2:6] == 9).all(axis=2).any()


def test_a_tilt_makes_one_side_smaller() -> None:
    white = np.full((64, 64, 1), 255, np.uint8)
    seen = warp(white, placed(scale=0.7, tilt=(0.2, 0)), 64, 0)[..., 0] > 128
    rows = seen.sum(axis=0)[seen.any(axis=0)]
    assert abs(int(rows[1]) - int(rows[-2])) > 4


def test_other_sizes_keep_values_within_the_pictures() -> None:
    seen = warp(PICTURE, placed(turn=30, scale=1.7, aspect=1.2), 33, 0)
    assert seen.shape == (33, 33, 3)
    assert seen.min() >= PICTURE.min()
    assert seen.max() <= PICTURE.max() + 1e-3
