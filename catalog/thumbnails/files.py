"""The files themselves: django-pictures names, scales, encodes, stores and deletes them."""

from typing import TYPE_CHECKING, Protocol

from pictures.models import PillowPicture

from .names import SHARE_WIDTH, folder_of, widths_within

if TYPE_CHECKING:
    from ..models import ProductImage


class ThumbnailFile(Protocol):
    """One file, there or not yet. The part of the library's class that is used here."""

    @property
    def name(self) -> str: ...

    def save(self, image: object) -> None:
        """Scales and stores `image`, one of Pillow's; what lay there before is deleted first."""


def thumbnail_files(image: "ProductImage") -> list[ThumbnailFile]:
    """All that belong to the image's present bytes: the widths, and the JPEG for link previews."""
    folder, storage = folder_of(image.pk, image.digest), image.file.storage
    widths = widths_within(image.width)
    files = [PillowPicture(folder, "WEBP", None, storage, width) for width in widths]
    if widths:
        files.append(PillowPicture(folder, "JPEG", None, storage, min(image.width, SHARE_WIDTH)))
    return files
