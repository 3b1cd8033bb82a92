"""How large to open a photo, so that what is searched is sharp and nothing is decoded in vain."""

from catalog.imaging import Box, Pixels, open_picture, picture_size

PART_SIDE = 224
"""Pixels of the longer side of what is searched: encoders look at no more of it."""
_WHOLE = 320


def sharp_side(box: Box) -> int:
    """The shorter side to open a photo with: sharp under `box`, and the whole of it to look at."""
    return max(_WHOLE, round(PART_SIDE / max(box.width, box.height)))


def sharpened(pixels: Pixels, box: Box, data: bytes) -> Pixels:
    """The photo in `data`, opened again if it is open too small for `box` (`pixels`) and there is more of it.

    Raises PictureError.
    """
    side = min(sharp_side(box), *picture_size(data))
    return open_picture(data, side=side) if side > min(pixels.shape[:2]) else pixels
