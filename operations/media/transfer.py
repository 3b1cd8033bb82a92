"""Pictures from a folder into the shop's storage, told apart by their digests."""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from catalog.models import ProductImage


class Outcome(StrEnum):
    """`DAMAGED`: the folder's file has other bytes than the row speaks of, and stays where it is."""

    KEPT = "kept"
    PUT = "put"
    MISSING = "missing"
    DAMAGED = "damaged"


class TransferError(Exception):
    """The storage gives back other bytes than it was given."""


def put_pictures(folder: Path) -> Iterator[tuple[str, Outcome]]:
    """Each picture's name and what became of it. What the storage has already is compared and kept, so that
    a transfer that broke off goes on where it was.

    Raises TransferError, and whatever the storage raises.
    """
    for name, digest in ProductImage.objects.order_by("pk").values_list("file", "digest").iterator():
        yield name, _put(folder / name, name, digest)


def _put(source: Path, name: str, digest: str) -> Outcome:
    if _stored_digest(name) == digest:
        return Outcome.KEPT
    if not source.is_file():
        return Outcome.MISSING
    data = source.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        return Outcome.DAMAGED
    default_storage.delete(name)
    stored = default_storage.save(name, ContentFile(data))
    if stored != name or _stored_digest(name) != digest:
        raise TransferError(f"{name} came back with other bytes: see to the storage, then start again.")
    return Outcome.PUT


def _stored_digest(name: str) -> str:
    """Empty where the storage has none."""
    try:
        with default_storage.open(name) as file:
            return hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        return ""
