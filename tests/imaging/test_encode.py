"""Pixels go out as small files that say nothing about where they came from."""

import io

import numpy as np
import pytest
from PIL import Image

from catalog.imaging import Box, crop, encode_jpeg, encode_webp, open_picture
from tests.imaging.pictures import assert_quarters, quarters, saved


@pytest.mark.parametrize("encode", [encode_jpeg, encode_webp])
def test_what_is_written_can_be_opened(encode: type) -> None:
    assert_quarters(open_picture(encode(np.asarray(quarters()))), within=10)


def test_metadata_is_gone() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "A camera"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 0.0)
    photo = saved(quarters(), exif=exif, comment=b"At home")
    assert b"A camera" in photo
    copy = encode_jpeg(open_picture(photo))
    assert b"A camera" not in copy
    assert set(Image.open(io.BytesIO(copy)).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_crop_is_written_alone() -> None:
    part = crop(np.asarray(quarters()), Box.parse("0.5,0,0.5,0.5"))
    assert open_picture(encode_jpeg(part)).shape == (24, 32, 3)


def test_quality_is_a_choice() -> None:
    pixels = np.asarray(Image.effect_noise((200, 200), 60).convert("RGB"))
    assert len(encode_jpeg(pixels, quality=30)) < len(encode_jpeg(pixels, quality=90))
    assert len(encode_webp(pixels, quality=30)) < len(encode_webp(pixels, quality=90))
