"""The pictures that a table names: found inside the folder, never outside of it, and opened once to see."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from catalog.imaging import UPLOAD, PictureError, digest, open_picture
from catalog.models import ProductImage
from catalog.services import PictureData

_SMALL = 64


class PictureRefusedError(ValueError):
    """A picture that is not there, may not be read, or cannot be opened."""


@dataclass(frozen=True)
class PictureFolder:
    """`root` is resolved: a link that leads out of it is outside.

    A name that is not there may be the stored name of a picture that the shop has, as an export writes it.
    """

    root: Path

    def find(self, name: str, *, alt_text: str = "") -> PictureData:
        """Raises PictureRefusedError."""
        try:
            path = (self.root / name).resolve()
            data = _read(path) if path.is_relative_to(self.root) else None
        except OSError as error:
            if stored := _stored(name, alt_text):
                return stored
            raise PictureRefusedError(_('there is no picture "%(name)s"') % {"name": name}) from error
        if data is None:
            raise PictureRefusedError(_('the picture "%(name)s" is outside of the folder') % {"name": name})
        return PictureData(name=path.name, digest=digest(data), open=partial(_open, path), alt_text=alt_text)


def _stored(name: str, alt_text: str) -> PictureData | None:
    image = ProductImage.objects.filter(file=name).first()
    if image is None:
        return None
    storage = image.file.storage
    return PictureData(
        name=Path(name).name, digest=image.digest, open=partial(storage.open, name), alt_text=alt_text
    )


def refuse_broken(picture: PictureData) -> None:
    """Decodes the picture. Raises PictureRefusedError where that fails."""
    with picture.open() as file:
        data = file.read(UPLOAD.max_bytes + 1)
    try:
        open_picture(data, side=_SMALL)
    except PictureError as error:
        said = _('the picture "%(name)s" is refused: %(error)s')
        raise PictureRefusedError(said % {"name": picture.name, "error": error}) from error


def _read(path: Path) -> bytes:
    # One byte more than may be: enough for the refusal, whatever the size of the file.
    with path.open("rb") as file:
        return file.read(UPLOAD.max_bytes + 1)


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")
