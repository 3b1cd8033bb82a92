"""The pictures' files, out of the storage and back into it, told apart by their digests."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.models import ProductImage


def save_pictures(folder: Path) -> Iterator[str]:
    """Writes every picture below `folder`, by its name in the storage; yields names that are missing.

    Thumbnails are left out: they are made again.
    """
    for name in _names():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with default_storage.open(name) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        except FileNotFoundError:
            target.unlink(missing_ok=True)
            yield name


def restore_pictures(folder: Path) -> Iterator[str]:
    """Puts back what the storage lacks or has with other bytes; yields the names that it put back."""
    for image in ProductImage.objects.order_by("pk").iterator():
        source, name = folder / str(image.file), str(image.file)
        if source.is_file() and not _has(name, image.digest):
            default_storage.delete(name)
            if default_storage.save(name, ContentFile(source.read_bytes())) == name:
                yield name


def _names() -> Iterator[str]:
    names = ProductImage.objects.order_by("file").values_list("file", flat=True).distinct()
    return (name for name in names.iterator() if name)


def _has(name: str, digest: str) -> bool:
    try:
        with default_storage.open(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except FileNotFoundError:
        return False
