"""The size of a picture is read from its header, and agrees with its pixels."""

import hashlib

import pytest

from catalog.imaging import digest, open_picture, picture_size
from tests.imaging.pictures import every_format, heic, quarters, saved


@pytest.mark.parametrize("name", every_format())
def test_agrees_with_the_pixels(name: str) -> None:
    data = every_format()[name]
    height, width = open_picture(data).shape[:2]
    assert picture_size(data) == (width, height)


@pytest.mark.parametrize("lossless", [True, False])
@pytest.mark.parametrize("alpha", [True, False])
@pytest.mark.parametrize("size", [(17, 300), (1025, 63)])
def test_every_kind_of_webp(lossless: bool, alpha: bool, size: tuple[int, int]) -> None:
    image = quarters(*size).convert("RGBA" if alpha else "RGB")
    if alpha:
        image.putpixel((0, 0), (0, 0, 0, 0))
    assert picture_size(saved(image, "WEBP", lossless=lossless)) == size


def test_pixels_are_not_needed() -> None:
    photo = saved(quarters(600, 400))
    assert picture_size(photo[: photo.index(b"\xff\xda") + 14]) == (600, 400)


def test_heic() -> None:
    assert picture_size(heic("turned-6")) == (64, 48)


def test_digest_is_sha_256() -> None:
    assert digest(b"abc") == hashlib.sha256(b"abc").hexdigest()
    assert len(digest(b"")) == 64
