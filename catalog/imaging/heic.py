"""What is special about HEIC: the library's own reader looks at every piece of metadata, and crashes on some.

A type of metadata that is no valid text ends the whole process (pi-heif 1.4, one changed byte is enough), so
the layer below is called, which reads the size, the colour profile and the pixels, and nothing else.
"""

from typing import Any, Final

from pi_heif.heif import _pi_heif
from PIL import Image

from catalog.imaging.errors import PictureError
from catalog.imaging.gate import CORES

_READING: Final[tuple[object, ...]] = (
    CORES,  # threads
    True,  # ten and twelve bits made eight
    False,  # red before blue
    True,  # no padding between rows
    True,  # greys of more than eight bits spread over sixteen
    "",  # any decoder
    False,  # the library's limits stay on: they refuse a picture larger than its header says
)


class HeicFile:
    """A HEIC whose header has been read.

    Its container says how to turn it, which the decoder does; the turn that EXIF repeats must not be applied.
    """

    def __init__(self, data: bytes) -> None:
        pictures: list[Any] = _pi_heif.load_file(data, *_READING)
        self._primary = next(picture for picture in pictures if picture and picture.primary)
        self.size: tuple[int, int] = self._primary.size_mode[0]

    def decode(self) -> Image.Image:
        """The upright picture, with its colour profile if it has one. Raises PictureError."""
        pixels = self._primary.data
        size, mode = self._primary.size_mode
        if size != self.size:
            raise PictureError("truncated")
        image = Image.frombytes(mode, size, pixels, "raw", mode, self._primary.stride)
        profile = self._primary.color_profile
        if profile.get("type") in {"rICC", "prof"}:
            image.info["icc_profile"] = profile["data"]
        return image
