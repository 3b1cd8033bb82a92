"""Addresses of thumbnails, of which a page prints a hundred."""

from collections.abc import Iterable

from django.core.files.storage import Storage

from .names import folder_of, share_name, thumbnail_name

_PROBE = "thumbnails/0"
_ONE_FOR_ALL = 480
"""The width, in pixels, that stands in for a choice where each address has its price."""


class ThumbnailUrls:
    """The addresses in one storage; make one for each list.

    Where a storage only puts its base before a name, the storage is asked once and names are joined here. A
    storage that signs each address is asked for a single width of each image, and so offers no choice.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        probe = storage.url(_PROBE)
        self._base = probe.removesuffix(_PROBE) if probe.endswith(_PROBE) else None

    def src(self, image_id: int, digest: str, widths: Iterable[int], *, width: int = _ONE_FOR_ALL) -> str:
        """The address of the largest of `widths` within `width`, or of the smallest."""
        within = [each for each in widths if each <= width]
        return self._url(thumbnail_name(folder_of(image_id, digest), max(within, default=min(widths))))

    def srcset(self, image_id: int, digest: str, widths: Iterable[int]) -> str:
        """The choice for a browser; empty where addresses are signed."""
        if self._base is None:
            return ""
        folder = self._base + folder_of(image_id, digest)
        return ", ".join(f"{thumbnail_name(folder, width)} {width}w" for width in widths)

    def share(self, image_id: int, digest: str, width: int) -> str:
        """The address of the JPEG for link previews; `width` is the original's."""
        return self._url(share_name(folder_of(image_id, digest), width))

    def _url(self, name: str) -> str:
        return self._storage.url(name) if self._base is None else self._base + name
