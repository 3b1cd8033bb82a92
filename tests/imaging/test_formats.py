"""Every accepted format opens to the same pixels."""

from pathlib import Path

import numpy as np
import pytest

from catalog.imaging import open_picture
from tests.imaging.pictures import HEIGHT, WIDTH, assert_quarters, every_format, heic, quarters, saved


@pytest.mark.parametrize("name", every_format())
def test_opens_as_upright_rgb(name: str) -> None:
    pixels = open_picture(every_format()[name])
    assert pixels.shape == (HEIGHT, WIDTH, 3)
    assert pixels.dtype == np.uint8
    assert_quarters(pixels)


def test_a_picture_of_224_px_loses_nothing_in_png() -> None:
    image = quarters(224, 224)
    assert np.array_equal(open_picture(saved(image, "PNG")), np.asarray(image))


def test_all_white_is_a_picture() -> None:
    pixels = open_picture(saved(quarters().point(lambda _: 255)))
    assert pixels.min() == 255


def test_the_primary_picture_of_a_burst_is_opened() -> None:
    assert_quarters(open_picture(heic("burst")))


def test_ten_bits_become_eight() -> None:
    assert_quarters(open_picture(heic("ten-bit")))


def test_a_still_with_a_second_picture_behind_it_opens() -> None:
    """Phones append a preview, a depth map or a film to their JPEGs."""
    photo = saved(quarters(), "MPO", save_all=True, append_images=[quarters().rotate(180)])
    assert_quarters(open_picture(photo))
    assert_quarters(open_picture(saved(quarters()) + b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 40))


def test_real_pictures_open(real_data: Path) -> None:
    for folder in ("products", "photos"):
        for path in sorted((real_data / folder / "images").iterdir())[::300]:
            assert open_picture(path.read_bytes()).ndim == 3, path
