"""The pictures' files, out of the storage."""

import shutil
from collections.abc import Iterator
from pathlib import Path

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


def _names() -> Iterator[str]:
    names = ProductImage.objects.order_by("file").values_list("file", flat=True).distinct()
    return (name for name in names.iterator() if name)
