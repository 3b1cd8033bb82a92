"""An image's stored bytes → pixels, or why not."""

from dataclasses import dataclass

from django.core.exceptions import SuspiciousFileOperation
from django.utils.translation import gettext as _

from catalog.imaging import PictureBusy, PictureError, Pixels, digest, open_picture
from catalog.models import ProductImage

from .claims import Claim


@dataclass(frozen=True, slots=True)
class Opened:
    """`pixels`, or the reason for their lack; `may_recover` when that is not the picture's fault."""

    claim: Claim
    pixels: Pixels | None = None
    reason: str = ""
    may_recover: bool = False


def open_claimed(claim: Claim, *, side: int) -> Opened:
    """The claimed picture, its shorter side at least `side` pixels where it has them. Raises nothing."""
    try:
        data = _read(claim.file)
    except (FileNotFoundError, IsADirectoryError, SuspiciousFileOperation):
        return Opened(claim, reason=_("The file %(name)s is missing.") % {"name": claim.file})
    except Exception as error:  # storages raise whatever their client library raises
        return Opened(claim, reason=f"{type(error).__name__}: {error}", may_recover=True)
    if digest(data) != claim.digest:
        return Opened(claim, reason=_("The stored file was changed from outside. Save the image again."))
    try:
        return Opened(claim, pixels=open_picture(data, side=side))
    except PictureError as error:
        return Opened(claim, reason=str(error), may_recover=isinstance(error, PictureBusy))


def _read(name: str) -> bytes:
    with ProductImage.file.field.storage.open(name) as file:
        data: bytes = file.read()
        return data
