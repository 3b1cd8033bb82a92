"""Pictures stand upright whichever way the camera was held."""

import numpy as np
import pytest
from PIL import Image

from catalog.imaging import open_picture, picture_size
from tests.imaging.pictures import assert_quarters, heic, quarters, saved

# What a camera does to the scene before it writes the tag: the inverse of what a viewer must do.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
FILES = [("JPEG", None), ("JPEG", 48), ("PNG", None), ("PNG", 48), ("WEBP", None)]


def turned(orientation: int, fmt: str, order: str = ">") -> bytes:
    scene, transpose = quarters(256, 192), STORED[orientation]
    exif = Image.Exif()
    exif.endian = order
    exif[0x0112] = orientation
    exif[0x010F] = "A camera"
    return saved(scene.transpose(transpose) if transpose is not None else scene, fmt, exif=exif.tobytes())


@pytest.mark.parametrize("orientation", STORED)
@pytest.mark.parametrize(("fmt", "side"), FILES)
@pytest.mark.parametrize("order", ["<", ">"])
def test_every_orientation(orientation: int, fmt: str, side: int | None, order: str) -> None:
    data = turned(orientation, fmt, order)
    pixels = open_picture(data, side=side)
    assert_quarters(pixels)
    assert pixels.shape == ((192, 256, 3) if side is None else (48, 64, 3))
    assert picture_size(data) == (256, 192)


@pytest.mark.parametrize("orientation", [0, 9, 60000])
def test_an_orientation_that_does_not_exist_is_ignored(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    assert_quarters(open_picture(saved(quarters(), exif=exif)))


@pytest.mark.parametrize(
    "damage", [b"II*\0", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff\x12\1\3\0", b"??"]
)
def test_a_damaged_block_is_ignored(damage: bytes) -> None:
    assert_quarters(open_picture(saved(quarters(), exif=b"Exif\0\0" + damage)))


@pytest.mark.parametrize("name", ["turned-3", "turned-6"])
def test_heic_is_turned_once(name: str) -> None:
    data = heic(name)
    assert b"irot" in data
    assert b"Exif" in data
    assert_quarters(open_picture(data))
    assert picture_size(data) == (64, 48)


def test_the_turn_comes_after_the_shrinking_and_changes_nothing_else() -> None:
    upright = open_picture(saved(quarters(256, 192)), side=48)
    assert np.abs(open_picture(turned(6, "JPEG"), side=48).astype(int) - upright).max() <= 3
