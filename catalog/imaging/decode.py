"""Bytes → upright RGB pixels."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PIL import Image
from PIL.ImageFile import ImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from catalog.imaging.colour import flatten, to_srgb
from catalog.imaging.errors import PictureError
from catalog.imaging.gate import turn
from catalog.imaging.heic import HeicFile
from catalog.imaging.jpeg import JpegFile
from catalog.imaging.limits import UPLOAD, Limits
from catalog.imaging.orientation import orientation, swaps_sides, upright
from catalog.imaging.pixels import Pixels
from catalog.imaging.sniff import Format, sniff
from catalog.imaging.webp import canvas_size


def open_picture(data: bytes, limits: Limits = UPLOAD, *, side: int | None = None) -> Pixels:
    """The picture in `data` as upright sRGB pixels of shape (height, width, 3), without metadata.

    With `side` the picture may come back smaller, by a whole factor, with a shorter side of at least `side`
    (unless it was smaller to begin with): for a box that covers a tenth of each side, ask for ten times that.
    Without it, only a JPEG over 50 megapixels is shrunk, to half.
    Raises PictureError, whose PictureBusy means that no core was free within `limits.wait_seconds`.
    """
    fmt = _checked_format(data, limits)
    with turn(limits.wait_seconds), _refusing():
        return np.asarray(_decode(_header(data, fmt, limits), side))


def picture_size(data: bytes, limits: Limits = UPLOAD) -> tuple[int, int]:
    """Width and height of the upright picture in pixels, read from its header. Raises PictureError."""
    fmt = _checked_format(data, limits)
    with _refusing():
        picture = _header(data, fmt, limits)
        width, height = picture.size
        return (height, width) if swaps_sides(_turned(picture)) else (width, height)


def _checked_format(data: bytes, limits: Limits) -> Format:
    if len(data) > limits.max_bytes:
        raise PictureError("too_many_bytes", megabytes=limits.max_bytes // 1024**2)
    return sniff(data)


@contextmanager
def _refusing() -> Iterator[None]:
    # Decoders raise whatever they like on a damaged file (SyntaxError, struct.error, EOFError...).
    try:
        yield
    except PictureError:
        raise
    except Exception as error:
        raise PictureError("truncated") from error


def _header(data: bytes, fmt: Format, limits: Limits) -> ImageFile | HeicFile:
    """The picture with its header read and checked, its pixels not yet decoded."""
    if fmt is Format.WEBP:
        _check_size(canvas_size(data), fmt, limits)
    picture = _open(data, fmt)
    _check_size(picture.size, fmt, limits)
    if getattr(picture, "is_animated", False):
        raise PictureError("animated")
    if isinstance(picture, JpegFile):
        picture.check_scans()
    return picture


def _open(data: bytes, fmt: Format) -> ImageFile | HeicFile:
    match fmt:
        case Format.JPEG:
            return JpegFile(data)
        case Format.PNG:
            return PngImageFile(io.BytesIO(data))
        case Format.WEBP:
            return WebPImageFile(io.BytesIO(data))
        case Format.HEIC:
            return HeicFile(data)


def _check_size(size: tuple[int, int], fmt: Format, limits: Limits) -> None:
    width, height = size
    cap = limits.pixel_cap(fmt)
    if width * height > cap:
        raise PictureError("too_many_pixels", megapixels=cap // 1_000_000)
    if min(width, height) < limits.min_side:
        raise PictureError("too_small", side=limits.min_side)


def _decode(picture: ImageFile | HeicFile, side: int | None) -> Image.Image:
    """Everything costly, in the cheapest order: shrink, then colours, then the turn."""
    image = _loaded(picture, side)
    profile = image.info.get("icc_profile")
    small = _reduced(flatten(image), side)
    return upright(to_srgb(small, profile), _turned(picture))


def _loaded(picture: ImageFile | HeicFile, side: int | None) -> Image.Image:
    if isinstance(picture, HeicFile):
        return picture.decode()
    if isinstance(picture, JpegFile):
        picture.shrink(side)
    picture.load()
    return picture


def _reduced(image: Image.Image, side: int | None) -> Image.Image:
    factor = min(image.size) // side if side else 1
    return image.reduce(factor) if factor > 1 else image


def _turned(picture: ImageFile | HeicFile) -> int:
    return 1 if isinstance(picture, HeicFile) else orientation(picture.info.get("exif", b""))
