"""What is special about JPEG: it can be decoded small, and a short file can ask for hours of work."""

import io
import re
import struct
from typing import Final

from PIL.JpegImagePlugin import JpegImageFile

from catalog.imaging.errors import PictureError

MAX_SCANS: Final = 64
"""Encoders write about ten. Each one is a pass over every pixel, and may be only twenty bytes long."""

PROGRESSIVE_PIXELS: Final = 8192 * 6144
"""A file of several scans is held whole while it is read, at 3 to 6 bytes a pixel, even to make it small."""

_LARGE: Final = 50_000_000
_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = 0xD9
_FIRST_WITH_LENGTH: Final = 0xC0
_MARKER: Final = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")


class JpegFile(JpegImageFile):
    """A JPEG whose header has been read."""

    def __init__(self, data: bytes) -> None:
        file = io.BytesIO(data)
        super().__init__(file)
        self._data = data
        self._first_scan = file.tell()
        """Where the first scan's own short header ends: that is how far the file's header has been read."""

    def _read_dpi_from_exif(self) -> None:
        # Nobody asks for the density here, and looking it up warns about every damaged EXIF block.
        pass

    def check_scans(self) -> None:
        """Raise PictureError when putting the scans together would cost too much memory or time."""
        if not self._in_several_scans():
            return
        width, height = self.size
        if width * height > PROGRESSIVE_PIXELS:
            raise PictureError("too_many_pixels", megapixels=PROGRESSIVE_PIXELS // 1_000_000)
        if _scan_count(self._data) > MAX_SCANS:
            raise PictureError("truncated")

    def shrink(self, side: int | None) -> None:
        """Decode small: shorter side at least `side` pixels; half size for a large one when that is unset."""
        width, height = self.size
        if side is not None:
            self.draft("RGB", (side, side))
        elif width * height > _LARGE:
            self.draft("RGB", (width // 2, height // 2))

    def _in_several_scans(self) -> bool:
        length = 6 + 2 * self.layers
        header_of_only_scan = struct.pack(">HHB", 0xFF00 | _START_OF_SCAN, length, self.layers)
        start = self._first_scan - length - 2
        found = self._data[start : start + len(header_of_only_scan)]
        return "progressive" in self.info or found != header_of_only_scan


def _scan_count(data: bytes) -> int:
    """How many scans the file has, or one more than are allowed."""
    count, position = 0, 2
    while count <= MAX_SCANS and (found := _MARKER.search(data, position)):
        marker, position = found[1][0], found.end()
        if marker == _END_OF_IMAGE:
            break
        count += marker == _START_OF_SCAN
        if marker >= _FIRST_WITH_LENGTH:
            position += int.from_bytes(data[position : position + 2], "big")
    return count
