"""The shopper's photo as a page shows it and carries it back: a small copy, without metadata."""

from dataclasses import dataclass

from catalog.imaging import Box, Pixels, encode_jpeg, fit

from ..uploads import carried

LONGEST_SHOWN = 640
_SHARP_PART = 256
_SHARP_WHOLE = 320
_QUALITY = 80


@dataclass(frozen=True)
class Photo:
    """`data` is a JPEG in base64; width and height are its pixels."""

    data: str
    width: int
    height: int


def shown_photo(pixels: Pixels) -> Photo:
    """A copy with its longest side at most LONGEST_SHOWN pixels."""
    small = fit(pixels, LONGEST_SHOWN)
    height, width = small.shape[:2]
    return Photo(carried(encode_jpeg(small, _QUALITY)), width, height)


def sharp_side(box: Box) -> int:
    """The shorter side to open a photo with, so that both the part under `box` and the copy are sharp."""
    return max(_SHARP_WHOLE, round(_SHARP_PART / min(box.width, box.height)))
