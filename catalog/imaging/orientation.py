"""Which way up the camera was held, from a picture's EXIF."""

import struct

from PIL import Image

_TAG = 0x0112
_SHORT = 3

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def orientation(exif: bytes) -> int:
    """The EXIF orientation, 1 to 8; 1 when there is none or the block is damaged.

    Read by hand, because one number is wanted and a full parser warns and raises on damaged blocks.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        value = _find(tiff, order)
    except struct.error:
        return 1
    return value if 1 <= value <= 8 else 1


def upright(image: Image.Image, turned: int) -> Image.Image:
    """Undo an orientation."""
    return image.transpose(TURNS[turned]) if turned in TURNS else image


def swaps_sides(turned: int) -> bool:
    """Whether the upright picture is as wide as the stored one is high."""
    return turned >= 5


def _find(tiff: bytes, order: str) -> int:
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for entry in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == _TAG and kind == _SHORT:
            return int(value)
    return 1
