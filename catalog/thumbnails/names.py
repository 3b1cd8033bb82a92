"""Where the thumbnails of an image lie in the storage.

The folder is named after the row and its bytes: no two rows share a file, so that one may go without a look
at the others, and a replaced picture never answers at the address of the old one, which browsers keep.
"""

from typing import Final

WIDTHS: Final = (160, 320, 480, 640, 960, 1280)
"""Pixels."""
SHARE_WIDTH: Final = 1200
"""Pixels; the JPEG for link previews, since many programs that make these read nothing newer."""


def widths_within(width: int) -> list[int]:
    """The thumbnails of a picture so wide: none that would have to be enlarged."""
    return [candidate for candidate in WIDTHS if candidate <= width]


def folder_of(image_id: int, digest: str) -> str:
    return f"thumbnails/{image_id}-{digest[:12]}"


def thumbnail_name(folder: str, width: int) -> str:
    return f"{folder}/{width}w.webp"


def share_name(folder: str, width: int) -> str:
    """`width` is that of the original."""
    return f"{folder}/{min(width, SHARE_WIDTH)}w.jpeg"


def share_size(width: int, height: int) -> tuple[int, int]:
    """Width and height of the link preview of an original of that size."""
    if width <= SHARE_WIDTH:
        return width, height
    return SHARE_WIDTH, max(1, round(height * SHARE_WIDTH / width))
