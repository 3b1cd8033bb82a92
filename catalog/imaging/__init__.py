"""The one door for pictures: bytes in, upright RGB pixels out. Nothing else here decodes or encodes."""

from catalog.imaging.box import Box, BoxError
from catalog.imaging.decode import open_picture, picture_size
from catalog.imaging.digest import digest
from catalog.imaging.encode import encode_jpeg, encode_webp
from catalog.imaging.errors import PictureBusy, PictureError
from catalog.imaging.geometry import crop, fit, resize, square
from catalog.imaging.limits import UPLOAD, Limits
from catalog.imaging.pillow import as_pillow
from catalog.imaging.pixels import Pixels
from catalog.imaging.sniff import web_extension

__all__ = [
    "UPLOAD",
    "Box",
    "BoxError",
    "Limits",
    "PictureBusy",
    "PictureError",
    "Pixels",
    "as_pillow",
    "crop",
    "digest",
    "encode_jpeg",
    "encode_webp",
    "fit",
    "open_picture",
    "picture_size",
    "resize",
    "square",
    "web_extension",
]
