"""The files themselves: django-pictures names, scales, stores and deletes them."""

import io
from typing import TYPE_CHECKING, Any, Final, Protocol

from django.core.files.base import ContentFile
from pictures.models import PillowPicture

from .names import SHARE_WIDTH, folder_of, widths_within

if TYPE_CHECKING:
    from ..models import ProductImage


QUALITY: Final = 76
"""Of WebP and JPEG. Pillow's 80 makes files a sixth larger, which nobody sees on a tile."""


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
    files: list[ThumbnailFile] = [Thumbnail(folder, "WEBP", None, storage, width) for width in widths]
    if widths:
        files.append(Thumbnail(folder, "JPEG", None, storage, min(image.width, SHARE_WIDTH)))
    return files


class Thumbnail(PillowPicture):  # type: ignore[misc]
    """The library's, in our QUALITY, for which it has no setting."""

    def save(self, image: Any) -> None:
        content = io.BytesIO()
        self.resize(image).save(content, format=self.file_type, quality=QUALITY, exif=b"", icc_profile=b"")
        self.storage.delete(self.name)  # or the storage would find another name
        self.storage.save(self.name, ContentFile(content.getvalue()))
