"""The shopper's photo as a page shows it and carries it back: a small copy, without metadata."""

from dataclasses import dataclass

from catalog.imaging import Pixels, encode_jpeg, fit

from ..uploads import carried

LONGEST_SHOWN = 640
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
