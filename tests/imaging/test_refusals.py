"""What is not a picture we can use is refused, with a code, a status and a sentence."""

import pickle
import struct
from contextlib import suppress

import numpy as np
import pytest
from PIL import Image

from catalog.imaging import Limits, PictureBusy, PictureError, open_picture, picture_size
from tests.imaging.pictures import every_format, heic, noisy, png_chunk, quarters, saved

SVG = b'<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"/>'
HTML = b"<!DOCTYPE html><html><body><img src=x onerror=alert(1)><svg></svg></body></html>"
FTYP = b"\0\0\0\x18ftyp%s\0\0\0\0mif1heic"

NOT_PICTURES = {
    "text": b"blue dress, size M",
    "html": HTML,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "zip": b"PK\x03\x04" + bytes(100),
    "film": FTYP % b"mp42",
    "zeros": bytes(1000),
    "one byte": b"\xff",
    "half a signature": b"\xff\xd8",
}
OTHER_FORMATS = {
    "svg": SVG,
    "svg after a byte order mark": b"\xef\xbb\xbf" + SVG,
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 90 90\n",
    "gif": saved(quarters(), "GIF"),
    "bmp": saved(quarters(), "BMP"),
    "tiff": saved(quarters(), "TIFF"),
    "ico": saved(quarters(), "ICO"),
    "avif": FTYP % b"avif",
    "jpeg 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60),
}


def refusal(data: bytes, limits: Limits | None = None) -> PictureError:
    with pytest.raises(PictureError) as error:
        open_picture(data, limits or Limits())
    return error.value


def assert_refused(data: bytes, code: str, status: int, limits: Limits | None = None) -> str:
    error = refusal(data, limits)
    assert (error.code, error.status) == (code, status)
    sentence = str(error)
    assert "%" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_empty() -> None:
    assert assert_refused(b"", "empty", 400) == "This file is empty. Choose the photo again."


@pytest.mark.parametrize("name", NOT_PICTURES)
def test_not_a_picture(name: str) -> None:
    sentence = assert_refused(NOT_PICTURES[name], "not_a_picture", 415)
    assert sentence == "This file is not a photo. Use a JPEG, PNG, WebP or HEIC photo."


@pytest.mark.parametrize("name", OTHER_FORMATS)
def test_other_formats(name: str) -> None:
    sentence = assert_refused(OTHER_FORMATS[name], "unsupported_format", 415)
    assert sentence == "Use a JPEG, PNG, WebP or HEIC photo."


@pytest.mark.parametrize(
    "disguise", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", FTYP % b"heic"]
)
@pytest.mark.parametrize("inside", [SVG, HTML, b"%!PS-Adobe-3.0 EPSF-3.0\n", b""])
def test_a_disguise_is_not_enough(disguise: bytes, inside: bytes) -> None:
    assert refusal(disguise + inside).status in {413, 415, 422}


@pytest.mark.parametrize("name", every_format())
@pytest.mark.parametrize("part", [0.2, 0.5, 0.8])
def test_truncated(name: str, part: float) -> None:
    whole = every_format()[name]
    sentence = assert_refused(whole[: int(len(whole) * part)], "truncated", 422)
    assert sentence == "We could not open this photo. Try a screenshot of it."


@pytest.mark.parametrize("fmt", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("side", [None, 20])
def test_a_cut_file_never_opens_with_its_rest_in_grey(fmt: str, side: int | None) -> None:
    """Only the bytes behind the last pixel, such as PNG's end marker, may be missing."""
    whole = saved(noisy(60, 40), fmt)
    picture = open_picture(whole, side=side)
    for end in (*range(20, len(whole), 97), *range(len(whole) - 30, len(whole))):
        with suppress(PictureError):
            assert np.array_equal(open_picture(whole[:end], side=side), picture)
            assert end >= len(whole) - 20


def test_a_cut_progressive_jpeg_never_opens_blurred() -> None:
    whole = saved(noisy(60, 40), progressive=True)
    for end in (*range(20, len(whole), 97), len(whole) - 1):
        with pytest.raises(PictureError, match="could not open"):
            open_picture(whole[:end])


def test_over_25_mb() -> None:
    sentence = assert_refused(saved(quarters()) + bytes(25 * 1024 * 1024), "too_many_bytes", 413)
    assert sentence == "This photo is over 25 MB. Send a smaller copy of it."


def test_exactly_25_mb_is_not_over() -> None:
    photo = saved(quarters())
    assert open_picture(photo + bytes(25 * 1024 * 1024 - len(photo))).size


def test_too_many_pixels_is_known_from_the_header_alone() -> None:
    """None of these files holds a single pixel, so nothing could have been decoded."""
    ihdr = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 4097, 4096, 8, 2, 0, 0, 0))
    huge_png = b"\x89PNG\r\n\x1a\n" + ihdr + png_chunk(b"IDAT", b"")
    frame = b"\xff\xc0\0\x0b\x08\xff\xff\xff\xff\1\1\x11\0"
    huge_jpeg = b"\xff\xd8" + frame + b"\xff\xda\0\x08\1\1\0\0\x3f\0"
    huge_webp = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + b"\xff\x3f\0" * 2
    for data, megapixels in ((huge_png, 16), (huge_jpeg, 108), (huge_webp, 16)):
        sentence = assert_refused(data, "too_many_pixels", 413)
        assert sentence == f"This photo is over {megapixels} megapixels. Send a smaller copy of it."
        with pytest.raises(PictureError, match="megapixels"):
            picture_size(data)


@pytest.mark.parametrize("name", every_format())
def test_each_format_has_its_own_cap(name: str) -> None:
    few = 64 * 48 - 1
    limits = Limits(jpeg_pixels=few, heic_pixels=few, png_pixels=few, webp_pixels=few)
    assert_refused(every_format()[name], "too_many_pixels", 413, limits)


@pytest.mark.parametrize("fmt", ["PNG", "WEBP"])
def test_animated(fmt: str) -> None:
    frames = [quarters(), quarters().rotate(180)]
    film = saved(frames[0], fmt, save_all=True, append_images=frames[1:], duration=100)
    assert_refused(film, "animated", 422)


def test_heic_films_are_animated() -> None:
    assert_refused(heic("upright").replace(b"ftypheic", b"ftyphevc"), "animated", 422)


def test_metadata_of_a_heic_that_is_no_text() -> None:
    """The library's own reader ends the process on this one."""
    damaged = heic("turned-3").replace(b"\0\0Exif", b"\0\0\xa6xif")
    assert open_picture(damaged).shape == (48, 64, 3)


def test_a_heic_larger_than_its_header_says() -> None:
    whole = heic("upright")
    size = whole.index(b"ispe") + 8
    assert_refused(whole[:size] + struct.pack(">II", 16, 16) + whole[size + 8 :], "truncated", 422)


@pytest.mark.parametrize("size", [(1, 1), (15, 400), (400, 15)])
def test_too_small(size: tuple[int, int]) -> None:
    sentence = assert_refused(saved(Image.new("RGB", size)), "too_small", 422)
    assert sentence == "This photo is too small to compare (under 16 px). Use a larger one."


def test_small_enough_to_compare() -> None:
    assert open_picture(saved(Image.new("RGB", (16, 16)))).shape == (16, 16, 3)


def test_the_size_is_refused_for_the_same_reasons() -> None:
    for data, code in (
        (b"", "empty"),
        (SVG, "unsupported_format"),
        (saved(Image.new("L", (1, 1))), "too_small"),
    ):
        with pytest.raises(PictureError) as error:
            picture_size(data)
        assert error.value.code == code


@pytest.mark.parametrize("error", [PictureError("too_small", side=16), PictureBusy()])
def test_errors_survive_a_queue(error: PictureError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.code, copy.status, str(copy)) == (
        type(error),
        error.code,
        error.status,
        str(error),
    )
