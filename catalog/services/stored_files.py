"""Files go with the rows that named them, once that is settled."""

import logging
from contextlib import suppress
from copy import copy
from functools import partial

from django.core.files.storage import Storage
from django.db import transaction

from ..models import ProductImage, ProductRevision
from ..thumbnails import folder_of, thumbnail_files

logger = logging.getLogger(__name__)


def remove_after_commit(image: ProductImage) -> None:
    """Deletes the picture and the thumbnails that `image` names now, unless a row still needs them then.

    The original stays as long as the product's history speaks of it, or nothing could be restored.
    A storage that fails costs nobody the request: what is left behind is logged.
    """
    transaction.on_commit(partial(_remove, copy(image)))  # a deleted row loses its key before the commit


def remove_thumbnails(image: ProductImage) -> None:
    """Those made of the bytes that `image` speaks of, and their folder."""
    storage, files = image.file.storage, thumbnail_files(image)
    for file in files:
        _delete(storage, file.name)
    if files:
        with suppress(Exception):  # a folder, which only some storages have
            storage.delete(folder_of(image.pk, image.digest))


def is_needed(name: str, *, product_id: int) -> bool:
    """Whether an image has the file of that name, or the product's history speaks of it."""
    kept = ProductRevision.objects.filter(product=product_id, facts__images__contains=[{"file": name}])
    return ProductImage.objects.filter(file=name).exists() or kept.exists()


def _remove(image: ProductImage) -> None:
    name = image.file.name
    if name and not is_needed(name, product_id=image.product_id):
        _delete(image.file.storage, name)
    if not ProductImage.objects.filter(pk=image.pk, digest=image.digest).exists():
        remove_thumbnails(image)


def _delete(storage: Storage, name: str) -> None:
    try:
        storage.delete(name)
    except Exception:  # storages raise whatever their client library raises
        logger.exception("The file %s was left behind in the storage.", name)
