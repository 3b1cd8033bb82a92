"""Phone photos as a shopper sends them: many noisy pixels, stored lying down, turned by their EXIF."""

import struct

import numpy as np

from catalog.imaging import Pixels, encode_jpeg, open_picture, resize

NOISE = 6.0
QUALITY = 90
_TURN_RIGHT = 6
_ORIENTATION_TAG, _SHORT = 0x0112, 3
_START_OF_IMAGE, _APP1 = b"\xff\xd8", b"\xff\xe1"


def phone_photo(source: bytes, *, width: int, height: int, seed: int = 0) -> bytes:
    """A JPEG that is width × height once upright, made from a smaller photo; the noise follows `seed`."""
    upright = with_noise(resize(open_picture(source), width, height), seed)
    return with_orientation(encode_jpeg(np.ascontiguousarray(np.rot90(upright)), QUALITY), _TURN_RIGHT)


def with_noise(pixels: Pixels, seed: int) -> Pixels:
    """As a small sensor adds it, the same in all channels."""
    noise = np.random.default_rng(seed).standard_normal(pixels.shape[:2], dtype=np.float32) * NOISE
    return (pixels + noise[..., None]).clip(0, 255).astype(np.uint8)


def with_orientation(jpeg: bytes, orientation: int) -> bytes:
    """The JPEG with an EXIF segment that holds its orientation and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION_TAG, _SHORT, 1, orientation, 0)
    exif = b"Exif\0\0" + struct.pack(">2sHIH", b"MM", 42, 8, 1) + entry + bytes(4)
    segment = _APP1 + struct.pack(">H", len(exif) + 2) + exif
    return _START_OF_IMAGE + segment + jpeg.removeprefix(_START_OF_IMAGE)
