"""What is special about WebP: opening one reserves its whole canvas, so the size is read beforehand."""

from typing import Final

from catalog.imaging.errors import PictureError

_HEADER_BYTES: Final = 10


def canvas_size(data: bytes) -> tuple[int, int]:
    """Width and height from the header of a WebP file. Raises PictureError when there is none."""
    chunk, header = data[12:16], data[20:30]
    if len(header) < _HEADER_BYTES:
        raise PictureError("truncated")
    if chunk == b"VP8X":
        return _number(header[4:7]) + 1, _number(header[7:10]) + 1
    if chunk == b"VP8L" and header[:1] == b"\x2f":
        bits = _number(header[1:5])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 " and header[3:6] == b"\x9d\x01\x2a":
        return _number(header[6:8]) & 0x3FFF, _number(header[8:10]) & 0x3FFF
    raise PictureError("truncated")


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")
