"""The shopper's photo as a page shows it and carries it back: a small copy, without metadata."""

from dataclasses import dataclass

from catalog.imaging import Box, Pixels, encode_jpeg, fit

from ..uploads import carried

LONGEST_SHOWN = 640
_SHARP_PART = 256
_SHARP_WHOLE = 320
_SHARP_UNKNOWN = 480
"""As sharp as the copy: what will be searched may be a small part of the photo."""
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


def sharp_side(box: Box | None) -> int:
    """The shorter side to open a photo with, so that both the part under `box` and the copy are sharp.

    None: which part will be searched depends on what is found in the photo.
    """
    if box is None:
        return _SHARP_UNKNOWN
    return max(_SHARP_WHOLE, round(_SHARP_PART / min(box.width, box.height)))
