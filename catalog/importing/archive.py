"""A ZIP with pictures → a folder, and nothing outside of it: what it says of itself is not believed."""

import shutil
import stat
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from catalog.imaging import UPLOAD

from .errors import CatalogueFileError

MOST_FILES: Final = 300_000
MOST_BYTES: Final = 20_000_000_000
"""Of all that is unpacked."""
_MOST_TIMES: Final = 100
"""How many times larger a file may be than in the archive: pictures are hardly smaller there."""
_CHUNK = 1024 * 1024


def unpack_pictures(archive: Path, folder: Path) -> None:
    """Unpacks into `folder`, which appears only when it is whole; where it is there already nothing is done.

    A file that is too large for a picture is left out, and missed by the row that names it.
    Raises CatalogueFileError for an archive that is damaged, that would write elsewhere, or that is a bomb.
    """
    if folder.is_dir():
        return
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        with ZipFile(archive) as opened:
            entries = _checked(archive.name, opened.infolist())
            for entry, path in entries:
                _unpack(opened, entry, part / path)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        said = _("%(name)s cannot be unpacked: %(error)s.")
        raise CatalogueFileError(said % {"name": archive.name, "error": error}) from error
    part.rename(folder)


def _checked(name: str, entries: list[ZipInfo]) -> list[tuple[ZipInfo, PurePosixPath]]:
    files = [(entry, PurePosixPath(entry.filename)) for entry in entries if not entry.is_dir()]
    if len(files) > MOST_FILES or sum(entry.file_size for entry, _ in files) > MOST_BYTES:
        said = _("%(name)s has more in it than can be taken at once. Split it.")
        raise CatalogueFileError(said % {"name": name})
    for entry, path in files:
        names = {"name": name, "file": entry.filename}
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or ":" in path.parts[0]:
            raise CatalogueFileError(_('%(name)s has a file "%(file)s" that lies outside of it.') % names)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise CatalogueFileError(_('%(name)s has a link, "%(file)s". Put the file itself there.') % names)
        if entry.file_size > _CHUNK and entry.file_size > _MOST_TIMES * entry.compress_size:
            raise CatalogueFileError(
                _('%(name)s has a file, "%(file)s", that unpacks to no picture.') % names
            )
    return [(entry, path) for entry, path in files if entry.file_size <= UPLOAD.max_bytes]


def _unpack(opened: ZipFile, entry: ZipInfo, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    with opened.open(entry) as source, path.open("wb") as target:
        while chunk := source.read(min(_CHUNK, left + 1)):
            left -= len(chunk)
            if left < 0:
                raise BadZipFile(_('"%(file)s" is larger than it says') % {"file": entry.filename})
            target.write(chunk)
