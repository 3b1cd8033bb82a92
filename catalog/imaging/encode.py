"""Pixels → bytes, with no metadata."""

import io

from PIL import Image

from catalog.imaging.pixels import Pixels


def encode_jpeg(pixels: Pixels, quality: int = 85) -> bytes:
    """A JPEG file; `quality` from 1 to 95."""
    return _save(pixels, "JPEG", quality)


def encode_webp(pixels: Pixels, quality: int = 80) -> bytes:
    """A lossy WebP file; `quality` from 1 to 100."""
    return _save(pixels, "WEBP", quality)


def _save(pixels: Pixels, fmt: str, quality: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, fmt, quality=quality)
    return file.getvalue()
