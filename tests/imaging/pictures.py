"""Pictures made for tests, and what they look like when they are opened well."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from catalog.imaging import Pixels

WIDTH, HEIGHT = 64, 48
RED, GREEN, BLUE, YELLOW = (200, 40, 40), (40, 160, 60), (40, 60, 200), (220, 200, 60)
QUARTERS = (RED, GREEN, BLUE, YELLOW)
HEIC = Path(__file__).parent / "heic"


def quarters(width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """Red and green above blue and yellow: no turn or mirror image of it looks the same."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def noisy(width: int, height: int) -> Image.Image:
    """Deterministic noise: a file of it has no runs to skip."""
    return Image.fromarray(np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8))


def saved(image: Image.Image, fmt: str = "JPEG", **options: object) -> bytes:
    """The file that Pillow writes for a picture; JPEG without loss of colour resolution."""
    file = io.BytesIO()
    defaults = {"quality": 92, "subsampling": 0} if fmt == "JPEG" else {}
    image.save(file, fmt, **(defaults | options))
    return file.getvalue()


def heic(name: str) -> bytes:
    """A stored HEIC file; see heic/README.md."""
    return (HEIC / f"{name}.heic").read_bytes()


def every_format() -> dict[str, bytes]:
    """The same picture in each format that is accepted."""
    return {
        "jpeg": saved(quarters()),
        "progressive": saved(quarters(), progressive=True),
        "png": saved(quarters(), "PNG"),
        "webp": saved(quarters(), "WEBP", lossless=True),
        "lossy webp": saved(quarters(), "WEBP", quality=95),
        "heic": heic("upright"),
    }


def png(samples: NDArray[np.uint16], colour_type: int) -> bytes:
    """A 16-bit PNG, which Pillow cannot write in colour; samples of shape (height, width, channels)."""
    height, width = samples.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in samples)
    header = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(name, body) for name, body in chunks)


def png_chunk(name: bytes, body: bytes) -> bytes:
    """One chunk of a PNG file with its checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def assert_quarters(pixels: Pixels, colours: tuple[tuple[int, ...], ...] = QUARTERS, within: int = 6) -> None:
    """Fail unless the four quarters have these colours, in reading order."""
    height, width = pixels.shape[:2]
    rows, columns = (height // 4, height * 3 // 4), (width // 4, width * 3 // 4)
    seen = np.array([pixels[row, column] for row in rows for column in columns], dtype=int)
    assert np.abs(seen - np.array(colours)).max() <= within, seen.tolist()
