"""A photo is opened only as large as the part that is searched needs."""

import numpy as np
import pytest

from catalog.imaging import Box, crop, encode_jpeg, open_picture
from recommendations.sharpness import sharp_side, sharpened

HALF = Box(0.25, 0.25, 0.5, 0.7)
CORNER = Box(0.0, 0.0, 0.2, 0.1)


def photo(width: int, height: int) -> bytes:
    return encode_jpeg(np.random.default_rng(0).integers(0, 255, (height, width, 3), dtype=np.uint8))


@pytest.mark.parametrize("box", [HALF, CORNER, Box.whole()])
def test_the_searched_part_has_as_many_pixels_as_an_encoder_looks_at(box: Box) -> None:
    data = photo(2000, 1500)

    part = crop(open_picture(data, side=sharp_side(box)), box)

    assert max(part.shape[:2]) >= 224


def test_a_photo_is_opened_again_for_a_small_part() -> None:
    data = photo(2000, 1500)
    pixels = open_picture(data, side=sharp_side(Box.whole()))

    assert sharpened(pixels, CORNER, data).shape == (1500, 2000, 3)


def test_a_photo_that_is_sharp_enough_is_not_opened_again() -> None:
    data = photo(2000, 1500)
    pixels = open_picture(data, side=sharp_side(Box.whole()))

    assert pixels.shape == (375, 500, 3)
    assert sharpened(pixels, HALF, data) is pixels


def test_a_small_photo_has_no_more_to_show() -> None:
    data = photo(300, 200)
    pixels = open_picture(data, side=sharp_side(Box.whole()))

    assert sharpened(pixels, CORNER, data) is pixels
