"""Looking at a shopper's photo: which part of it to search with, what is seen there, what may mislead."""

from dataclasses import dataclass
from datetime import datetime

from catalog.imaging import Box, open_picture
from catalog.stages import stage

from .beside import beside
from .focus import Focus, focus_on
from .hints import hints
from .models import PhotoQuery
from .services.photo_queries import create_photo_query
from .sharpness import sharp_side, sharpened


@dataclass(frozen=True)
class Look:
    """`hints` are keys of hints.SENTENCES."""

    query: PhotoQuery
    focus: Focus
    hints: list[str]


def look(data: bytes, *, asked: Box | None, now: datetime) -> Look:
    """A new search with the photo in `data`, by the part that was `asked` for or the first goods in it.

    Raises PictureError, NothingToCompare, EncoderBusy.
    """
    with stage("decode"):
        pixels = open_picture(data, side=sharp_side(asked or Box.whole()))
    focus = focus_on(pixels, asked)
    if asked is None:
        pixels = sharpened(pixels, focus.box, data)
    found = beside(hints, pixels, focus.box)
    query = create_photo_query(pixels=pixels, box=focus.box, now=now)
    return Look(query, focus, found.result())
