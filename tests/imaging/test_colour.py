"""Whatever its file says about colour, a picture opens as sRGB on white."""

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageCms

from catalog.imaging import Pixels, open_picture
from tests.imaging.pictures import QUARTERS, RED, assert_quarters, heic, png, quarters, saved
from tests.imaging.profiles import display_p3

WHITE = (255, 255, 255)
GREYS = tuple((Image.new("RGB", (1, 1), colour).convert("L").tobytes()[0],) * 3 for colour in QUARTERS)


def half_transparent() -> Image.Image:
    """The right half lets everything through."""
    image = quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (32, 0, 64, 48))
    return image


def assert_right_half_is_white(pixels: Pixels, within: int = 6) -> None:
    assert_quarters(pixels, (QUARTERS[0], WHITE, QUARTERS[2], WHITE), within)


def test_greyscale() -> None:
    for fmt in ("JPEG", "PNG"):
        assert_quarters(open_picture(saved(quarters().convert("L"), fmt)), GREYS)


def test_black_and_white() -> None:
    image = quarters().convert("L").point(lambda level: 255 * (level > 100)).convert("1")
    assert_quarters(open_picture(saved(image, "PNG")), ((0,) * 3, WHITE, (0,) * 3, WHITE))


def test_palette() -> None:
    assert_quarters(open_picture(saved(quarters().quantize(8), "PNG")))


@pytest.mark.parametrize("side", [None, 24])
def test_transparency_shows_white(side: int | None) -> None:
    for fmt, options in (("PNG", {}), ("WEBP", {"lossless": True})):
        assert_right_half_is_white(open_picture(saved(half_transparent(), fmt, **options), side=side))


def test_grey_with_transparency() -> None:
    pixels = open_picture(saved(half_transparent().convert("LA"), "PNG"))
    assert_quarters(pixels, (GREYS[0], WHITE, GREYS[2], WHITE))


def test_half_transparency_is_mixed_with_white() -> None:
    image = Image.new("RGBA", (20, 20), (0, 0, 0, 128))
    assert_quarters(open_picture(saved(image, "PNG")), ((127,) * 3,) * 4, within=1)


def test_palette_with_transparency() -> None:
    image = half_transparent().quantize(8, method=Image.Quantize.FASTOCTREE)
    assert_right_half_is_white(open_picture(saved(image, "PNG")), within=12)


def test_one_transparent_colour() -> None:
    image = Image.new("RGB", (64, 48), (1, 2, 3))
    image.paste(quarters().crop((0, 0, 32, 48)), (0, 0))
    assert_right_half_is_white(open_picture(saved(image, "PNG", transparency=(1, 2, 3))))


def test_heic_with_transparency() -> None:
    assert_quarters(open_picture(heic("alpha")), (WHITE, WHITE, *QUARTERS[2:]))


def test_sixteen_bit_grey() -> None:
    levels = np.asarray(quarters().convert("L")).astype(np.uint16) * 257
    assert_quarters(open_picture(saved(Image.fromarray(levels), "PNG")), GREYS)


@pytest.mark.parametrize("side", [None, 24])
def test_sixteen_bit_colour(side: int | None) -> None:
    samples = np.asarray(quarters()).astype(np.uint16) * 257
    assert_quarters(open_picture(png(samples, colour_type=2), side=side))


def test_sixteen_bit_colour_with_transparency() -> None:
    samples = np.asarray(half_transparent()).astype(np.uint16) * 257
    assert_right_half_is_white(open_picture(png(samples, colour_type=6)))


@pytest.mark.parametrize("side", [None, 24])
def test_cmyk(side: int | None) -> None:
    assert_quarters(open_picture(saved(quarters().convert("CMYK")), side=side), within=8)


def test_ycck() -> None:
    """As Photoshop writes it: luma and chroma of the inks, stored inverted, marked by Adobe's transform 2."""
    inks = ImageChops.invert(quarters()).convert("YCbCr")
    bands = [ImageChops.invert(band) for band in inks.split()]
    file = saved(Image.merge("CMYK", [*bands, Image.new("L", inks.size, 0)]))
    marker = file.index(b"Adobe\0d")
    assert file[marker + 11] == 0
    ycck = file[: marker + 11] + b"\2" + file[marker + 12 :]
    assert_quarters(open_picture(ycck), within=8)


def test_display_p3_is_converted() -> None:
    red_of_srgb = Image.new("RGB", (64, 48), (234, 51, 35))
    for fmt in ("JPEG", "PNG", "WEBP"):
        pixels = open_picture(saved(red_of_srgb, fmt, icc_profile=display_p3()))
        assert_quarters(pixels, ((255, 0, 0),) * 4)


def test_display_p3_in_heic_is_converted() -> None:
    assert_quarters(open_picture(heic("display-p3")), ((255, 0, 0),) * 4)


def test_a_profile_of_srgb_itself_changes_no_pixel() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain, marked = saved(quarters(), "PNG"), saved(quarters(), "PNG", icc_profile=profile)
    assert np.array_equal(open_picture(plain), open_picture(marked))


@pytest.mark.parametrize("profile", [b"not a profile", display_p3()[:300], b"\0" * 2_000_000])
def test_an_unusable_profile_is_ignored(profile: bytes) -> None:
    for fmt in ("JPEG", "WEBP"):
        assert_quarters(open_picture(saved(quarters(), fmt, icc_profile=profile)))


def test_a_profile_for_other_channels_is_ignored() -> None:
    for image in (quarters().convert("L"), quarters().convert("CMYK")):
        pixels = open_picture(saved(image, icc_profile=display_p3()))
        assert_quarters(pixels, GREYS if image.mode == "L" else QUARTERS, within=8)


def test_transparency_and_profile_together() -> None:
    image = Image.new("RGBA", (64, 48), (*RED, 255))
    image.paste((0, 0, 0, 0), (32, 0, 64, 48))
    pixels = open_picture(saved(image, "PNG", icc_profile=display_p3()))
    assert tuple(pixels[24, 48]) == WHITE
    assert pixels[24, 16, 0] > RED[0] + 5
