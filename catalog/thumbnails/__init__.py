"""Small copies of a product's pictures: which there are, what their files and addresses are called.

`catalog.services.thumbnails` makes them; the row of an image says which widths there are by now.
"""

from .files import ThumbnailFile, thumbnail_files
from .names import SHARE_WIDTH, WIDTHS, folder_of, share_name, share_size, thumbnail_name, widths_within
from .state import unmade
from .urls import ThumbnailUrls

__all__ = [
    "SHARE_WIDTH",
    "WIDTHS",
    "ThumbnailFile",
    "ThumbnailUrls",
    "folder_of",
    "share_name",
    "share_size",
    "thumbnail_files",
    "thumbnail_name",
    "unmade",
    "widths_within",
]
