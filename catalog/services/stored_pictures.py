"""The stored bytes of an image, or why they are not to be had."""

from django.core.exceptions import SuspiciousFileOperation
from django.utils.translation import gettext as _

from catalog.imaging import digest as digest_of

from ..models import ProductImage


class StoredPictureError(Exception):
    """The sentence says why; `may_recover` when that is the storage's fault, not the picture's."""

    def __init__(self, reason: str, *, may_recover: bool = False) -> None:
        super().__init__(reason)
        self.may_recover = may_recover


def read_stored(name: str, *, digest: str) -> bytes:
    """The file of that name in the images' storage, with the bytes that `digest` is of.

    Raises StoredPictureError.
    """
    try:
        data = _read(name)
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation) as error:
        raise StoredPictureError(_("The file %(name)s is missing.") % {"name": name}) from error
    except Exception as error:  # storages raise whatever their client library raises
        raise StoredPictureError(f"{type(error).__name__}: {error}", may_recover=True) from error
    if digest_of(data) != digest:
        raise StoredPictureError(_("The stored file was changed from outside. Save the image again."))
    return data


def _read(name: str) -> bytes:
    with ProductImage.file.field.storage.open(name) as file:
        data: bytes = file.read()
        return data
