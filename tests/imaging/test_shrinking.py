"""A picture that is only looked at small is opened small, and never smaller than asked."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog.imaging import open_picture
from tests.imaging.pictures import assert_quarters, every_format, quarters, saved

sizes = st.integers(16, 700)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(width=sizes, height=sizes, side=st.integers(1, 900), fmt=st.sampled_from(["JPEG", "PNG"]))
def test_the_shorter_side_stays_at_least_what_was_asked(width: int, height: int, side: int, fmt: str) -> None:
    shape = open_picture(saved(quarters(width, height), fmt), side=side).shape
    assert min(shape[:2]) >= min(side, width, height)
    assert min(shape[:2]) < 2 * side or max(shape[:2]) == max(width, height)
    if side > 15:
        assert shape[1] / shape[0] == pytest.approx(width / height, rel=0.1)


@pytest.mark.parametrize("name", every_format())
def test_every_format_shrinks(name: str) -> None:
    pixels = open_picture(every_format()[name], side=16)
    assert pixels.shape == (16, 22, 3) if "heic" in name else pixels.shape[0] < 48
    assert_quarters(pixels, within=10)


def test_without_a_side_nothing_is_lost() -> None:
    assert open_picture(saved(quarters(3000, 200))).shape == (200, 3000, 3)


def test_a_very_large_jpeg_comes_at_half_its_size() -> None:
    photo = saved(quarters(8400, 6000).convert("L"), quality=20)
    assert open_picture(photo).shape == (3000, 4200, 3)
    assert open_picture(photo, side=700).shape == (750, 1050, 3)


def test_the_largest_cameras_are_welcome() -> None:
    photo = saved(quarters(12032, 9024).convert("L"), quality=20)
    assert open_picture(photo, side=480).shape == (564, 752, 3)


def test_shrinking_averages() -> None:
    fine = np.tile(np.array([[0, 255], [255, 0]], dtype=np.uint8), (100, 100))
    pixels = open_picture(saved(Image.fromarray(fine), "PNG"), side=50)
    assert np.abs(pixels.astype(int) - 127).max() <= 1
