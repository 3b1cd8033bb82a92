"""A JPEG in many passes costs memory and time that its length does not show."""

import struct

import pytest

from catalog.imaging import PictureError, open_picture
from catalog.imaging.jpeg import MAX_SCANS
from tests.imaging.pictures import assert_quarters, quarters, saved


def with_scans(photo: bytes, extra: int) -> bytes:
    """The photo with its last scan written some more times."""
    start = photo.rindex(b"\xff\xda")
    return photo[:-2] + photo[start:-2] * extra + photo[-2:]


def scans(photo: bytes) -> int:
    return photo.count(b"\xff\xda")


def test_as_many_scans_as_any_encoder_writes() -> None:
    photo = saved(quarters(), progressive=True)
    assert_quarters(open_picture(with_scans(photo, MAX_SCANS - scans(photo))))


def test_endless_scans() -> None:
    photo = saved(quarters(), progressive=True)
    with pytest.raises(PictureError) as error:
        open_picture(with_scans(photo, MAX_SCANS + 1 - scans(photo)))
    assert error.value.code == "truncated"


def test_markers_in_a_comment_are_not_scans() -> None:
    comment = b"\xff\xfe" + struct.pack(">H", 2 + 400) + b"\xff\xda" * 200
    photo = saved(quarters(), progressive=True)
    assert_quarters(open_picture(photo[:2] + comment + photo[2:]))


def test_the_largest_progressive_jpeg_is_smaller() -> None:
    """It is held whole, however small it is decoded. The header alone decides."""
    photo = saved(quarters(), progressive=True)
    size = photo.index(b"\xff\xc2") + 5
    huge = photo[:size] + struct.pack(">HH", 9024, 12032) + photo[size + 4 :]
    with pytest.raises(PictureError) as error:
        open_picture(huge, side=480)
    assert (error.value.code, str(error.value).split(".")[0]) == (
        "too_many_pixels",
        "This photo is over 50 megapixels",
    )


def test_one_colour_at_a_time_is_held_whole_too() -> None:
    """The header of the first scan names one colour of three, so more scans must follow."""
    photo = saved(quarters())
    size, scan = photo.index(b"\xff\xc0") + 5, photo.index(b"\xff\xda")
    only_luma = b"\xff\xda\0\x08\1\1\0\0\x3f\0"
    huge = (
        photo[:size]
        + struct.pack(">HH", 9024, 12032)
        + photo[size + 4 : scan]
        + only_luma
        + photo[scan + 14 :]
    )
    with pytest.raises(PictureError) as error:
        open_picture(huge, side=480)
    assert error.value.code == "too_many_pixels"
