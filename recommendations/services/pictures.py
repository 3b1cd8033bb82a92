"""An image's stored bytes → pixels, or why not."""

from dataclasses import dataclass

from catalog.imaging import PictureBusy, PictureError, Pixels, open_picture
from catalog.services.stored_pictures import StoredPictureError, read_stored

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
        data = read_stored(claim.file, digest=claim.digest)
        return Opened(claim, pixels=open_picture(data, side=side))
    except StoredPictureError as error:
        return Opened(claim, reason=str(error), may_recover=error.may_recover)
    except PictureError as error:
        return Opened(claim, reason=str(error), may_recover=isinstance(error, PictureBusy))
