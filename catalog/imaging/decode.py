"""Bytes → upright RGB pixels."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pi_heif
from PIL import Image, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from catalog.imaging.colour import to_rgb
from catalog.imaging.errors import PictureError
from catalog.imaging.gate import turn
from catalog.imaging.limits import UPLOAD, Limits
from catalog.imaging.orientation import orientation, swaps_sides, upright
from catalog.imaging.pixels import Pixels
from catalog.imaging.sniff import Format, sniff

_LARGE = 50_000_000
_HALF = 2
_CLASSES: dict[Format, type[ImageFile.ImageFile]] = {
    Format.JPEG: JpegImageFile,
    Format.PNG: PngImageFile,
    Format.WEBP: WebPImageFile,
}


def open_picture(data: bytes, limits: Limits = UPLOAD, *, side: int | None = None) -> Pixels:
    """The picture in `data` as upright sRGB pixels of shape (height, width, 3), without metadata.

    With `side` the picture may come back smaller, by a whole factor, with a shorter side of at least `side`
    (unless it was smaller to begin with): for a box that covers a tenth of each side, ask for ten times that.
    Raises PictureError, whose PictureBusy means that no core was free within `limits.wait_seconds`.
    """
    fmt = _checked_format(data, limits)
    with turn(limits.wait_seconds), _refusing():
        image = _header(data, fmt)
        _check(image, fmt, limits)
        return np.asarray(_decode(image, fmt, side))


def picture_size(data: bytes, limits: Limits = UPLOAD) -> tuple[int, int]:
    """Width and height of the upright picture in pixels, read from its header. Raises PictureError."""
    fmt = _checked_format(data, limits)
    with _refusing():
        image = _header(data, fmt)
        _check(image, fmt, limits)
        width, height = image.size
        return (height, width) if swaps_sides(_turned(image, fmt)) else (width, height)


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


def _header(data: bytes, fmt: Format) -> Image.Image:
    if fmt is Format.HEIC:
        return _heic(data)
    return _CLASSES[fmt](io.BytesIO(data))


def _heic(data: bytes) -> Image.Image:
    return pi_heif.open_heif(data).to_pillow()


def _check(image: Image.Image, fmt: Format, limits: Limits) -> None:
    width, height = image.size
    cap = limits.pixel_cap(fmt)
    if width * height > cap:
        raise PictureError("too_many_pixels", megapixels=cap // 1_000_000)
    if min(width, height) < limits.min_side:
        raise PictureError("too_small", side=limits.min_side)
    if getattr(image, "is_animated", False):
        raise PictureError("animated")


def _decode(image: Image.Image, fmt: Format, side: int | None) -> Image.Image:
    width, height = image.size
    if side is not None:
        image.draft("RGB", (side, side))
    elif width * height > _LARGE:
        image.draft("RGB", (width // _HALF, height // _HALF))
    image.load()
    turned = _turned(image, fmt)
    image = to_rgb(image)
    factor = min(image.size) // side if side else 1
    if factor > 1:
        image = image.reduce(factor)
    return upright(image, turned)


def _turned(image: Image.Image, fmt: Format) -> int:
    return 1 if fmt is Format.HEIC else orientation(image.info.get("exif", b""))
