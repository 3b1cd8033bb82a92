"""Bytes → upright RGB pixels."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import pi_heif
from PIL import Image
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from catalog.imaging.colour import flatten, to_srgb
from catalog.imaging.errors import PictureError
from catalog.imaging.gate import turn
from catalog.imaging.jpeg import JpegFile
from catalog.imaging.limits import UPLOAD, Limits
from catalog.imaging.orientation import orientation, swaps_sides, upright
from catalog.imaging.pixels import Pixels
from catalog.imaging.sniff import Format, sniff
from catalog.imaging.webp import canvas_size

# Only the main picture is wanted, so nothing beside it is even looked at.
pi_heif.options.THUMBNAILS = False
pi_heif.options.DEPTH_IMAGES = False
pi_heif.options.AUX_IMAGES = False


def open_picture(data: bytes, limits: Limits = UPLOAD, *, side: int | None = None) -> Pixels:
    """The picture in `data` as upright sRGB pixels of shape (height, width, 3), without metadata.

    With `side` the picture may come back smaller, by a whole factor, with a shorter side of at least `side`
    (unless it was smaller to begin with): for a box that covers a tenth of each side, ask for ten times that.
    Raises PictureError, whose PictureBusy means that no core was free within `limits.wait_seconds`.
    """
    fmt = _checked_format(data, limits)
    with turn(limits.wait_seconds), _refusing():
        return np.asarray(_decode(_header(data, fmt, limits), side))


def picture_size(data: bytes, limits: Limits = UPLOAD) -> tuple[int, int]:
    """Width and height of the upright picture in pixels, read from its header. Raises PictureError."""
    fmt = _checked_format(data, limits)
    with _refusing():
        image = _header(data, fmt, limits)
        width, height = image.size
        return (height, width) if swaps_sides(_turned(image)) else (width, height)


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


def _header(data: bytes, fmt: Format, limits: Limits) -> Image.Image:
    """The picture with its header read and checked, its pixels not yet decoded."""
    if fmt is Format.WEBP:
        _check_size(canvas_size(data), fmt, limits)
    image = _READERS[fmt](data)
    _check_size(image.size, fmt, limits)
    if getattr(image, "is_animated", False):
        raise PictureError("animated")
    if isinstance(image, JpegFile):
        image.check_scans()
    return image


def _heic(data: bytes) -> Image.Image:
    # The picture is turned upright by its container; the turn that EXIF repeats must not be applied again.
    image: Image.Image = pi_heif.open_heif(data).to_pillow()
    image.info.pop("exif", None)
    return image


_READERS: dict[Format, Callable[[bytes], Image.Image]] = {
    Format.JPEG: JpegFile,
    Format.PNG: lambda data: PngImageFile(io.BytesIO(data)),
    Format.WEBP: lambda data: WebPImageFile(io.BytesIO(data)),
    Format.HEIC: _heic,
}


def _check_size(size: tuple[int, int], fmt: Format, limits: Limits) -> None:
    width, height = size
    cap = limits.pixel_cap(fmt)
    if width * height > cap:
        raise PictureError("too_many_pixels", megapixels=cap // 1_000_000)
    if min(width, height) < limits.min_side:
        raise PictureError("too_small", side=limits.min_side)


def _decode(image: Image.Image, side: int | None) -> Image.Image:
    """Everything costly, from the cheapest order of steps: shrink, then colours, then the turn."""
    if isinstance(image, JpegFile):
        image.shrink(side)
    image.load()
    turned, profile = _turned(image), image.info.get("icc_profile")
    small = _reduced(flatten(image), side)
    return upright(to_srgb(small, profile), turned)


def _reduced(image: Image.Image, side: int | None) -> Image.Image:
    factor = min(image.size) // side if side else 1
    return image.reduce(factor) if factor > 1 else image


def _turned(image: Image.Image) -> int:
    return orientation(image.info.get("exif", b""))
