"""Crops and sizes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog.imaging import Box, Pixels, crop, fit, resize, square
from tests.imaging.pictures import BLUE, GREEN, RED, YELLOW, assert_quarters, noisy, quarters

sides = st.integers(1, 400)
quick = settings(max_examples=60, deadline=None)


def flat(width: int, height: int, level: int = 90) -> Pixels:
    return np.full((height, width, 3), level, dtype=np.uint8)


@pytest.mark.parametrize(
    ("text", "colour"),
    [("0,0,.5,.5", RED), (".5,0,.5,.5", GREEN), ("0,.5,.5,.5", BLUE), (".5,.5,.5,.5", YELLOW)],
)
def test_crop_takes_the_part_under_the_box(text: str, colour: tuple[int, int, int]) -> None:
    part = crop(np.asarray(quarters()), Box.parse(text))
    assert part.shape == (24, 32, 3)
    assert (part == colour).all()


def test_crop_of_the_whole_is_the_picture() -> None:
    pixels = np.asarray(noisy(31, 17))
    assert np.array_equal(crop(pixels, Box.whole()), pixels)


@quick
@given(width=sides, height=sides, x=st.floats(0, 0.95), y=st.floats(0, 0.95))
def test_crop_is_never_empty(width: int, height: int, x: float, y: float) -> None:
    assert min(crop(flat(width, height), Box(x, y, 0.05, 0.05)).shape[:2]) >= 1


@quick
@given(width=sides, height=sides, to_width=sides, to_height=sides)
def test_resize_gives_exactly_that_size(width: int, height: int, to_width: int, to_height: int) -> None:
    resized = resize(flat(width, height), to_width, to_height)
    assert resized.shape == (to_height, to_width, 3)
    assert (resized == 90).all()


def test_resize_of_a_crop_looks_only_at_the_crop() -> None:
    part = crop(np.asarray(quarters()), Box.parse("0,0,.5,.5"))
    assert (resize(part, 7, 9) == RED).all()


def test_resize_averages_what_it_leaves_out() -> None:
    board = np.tile(np.array([[0, 255], [255, 0]], dtype=np.uint8), (300, 300))
    small = resize(np.repeat(board[..., None], 3, axis=2), 224, 224)
    assert np.abs(small.astype(int) - 127).max() <= 45


@quick
@given(width=sides, height=sides, longest=sides)
def test_fit_keeps_the_aspect_and_never_enlarges(width: int, height: int, longest: int) -> None:
    fitted_height, fitted_width = fit(flat(width, height), longest).shape[:2]
    assert max(fitted_height, fitted_width) == min(longest, max(width, height))
    scale = min(1, longest / max(width, height))
    assert (fitted_width, fitted_height) == pytest.approx((width * scale, height * scale), abs=1)


@quick
@given(width=sides, height=sides, side=sides)
def test_square_centres_the_picture_on_white(width: int, height: int, side: int) -> None:
    result = square(flat(width, height, 0), side)
    assert result.shape == (side, side, 3)
    rows, columns = np.nonzero((result == 0).all(axis=2))
    for found, length in ((rows, height), (columns, width)):
        expected = max(1, round(length * side / max(width, height)))
        assert found.max() - found.min() + 1 == expected
        assert abs((found.min() + found.max() + 1) / 2 - side / 2) <= 0.5
    assert (result == 0).all(axis=2).sum() + (result == 255).all(axis=2).sum() == side * side


def test_square_keeps_the_picture_upright() -> None:
    assert_quarters(square(np.asarray(quarters(300, 300)), 224))
    wide = square(np.asarray(quarters(1000, 500)), 224)
    assert (wide[:56] == 255).all()
    assert (wide[168:] == 255).all()
    assert_quarters(wide[56:168])


def test_a_picture_of_the_right_size_is_returned_unchanged() -> None:
    pixels = np.asarray(noisy(224, 224))
    assert square(pixels, 224) is pixels
    assert resize(pixels, 224, 224) is pixels
    assert fit(pixels, 224) is pixels


@pytest.mark.parametrize("size", [(330, 250), (640, 480), (1000, 750), (1600, 1200)])
def test_speed_costs_no_sharpness(size: tuple[int, int]) -> None:
    """Against the slow, exact way, on noise, which is the hardest picture there is to scale."""
    image = noisy(*size)
    ours = resize(np.asarray(image), 224, 168).astype(float)
    exact = np.asarray(image.resize((224, 168), Image.Resampling.BICUBIC)).astype(float)
    assert np.corrcoef(exact.ravel(), ours.ravel())[0, 1] > 0.85


def test_geometry_reads_without_writing() -> None:
    pixels = np.asarray(noisy(60, 40))
    before = pixels.copy()
    for made in (crop(pixels, Box(0.1, 0.1, 0.5, 0.5)), square(pixels, 32), fit(pixels, 20)):
        assert made.dtype == np.uint8
    assert np.array_equal(pixels, before)
