"""An Excel file → rows, each with its line; read as it streams by, so that its length costs no memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from .errors import CatalogueFileError
from .table import Row, canonical, columns_of, plain

MOST_BYTES: Final = 1_000_000_000
"""What an Excel file may unpack to."""
_UNREADABLE = (BadZipFile, KeyError, ValueError, OSError, TypeError, SyntaxError)
"""What openpyxl raises for files that are damaged or something else."""


@dataclass(frozen=True)
class Sheet:
    """The first sheet of a workbook; `columns` as the file writes them, `length` without the header."""

    path: Path
    columns: tuple[str, ...]
    length: int

    @property
    def name(self) -> str:
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """Every row in order; empty ones are passed over. Formulas count as the values they had."""
        names = [canonical(name) for name in self.columns]
        with _values(self.path) as values:
            next(values)
            for line, cells in enumerate(values, start=2):
                texts = [_text(cell) for cell in cells[: len(names)]]
                if any(texts):
                    texts += [""] * (len(names) - len(texts))
                    yield Row(line, dict(zip(names, map(plain, texts), strict=True)))


def read_sheet(path: Path) -> Sheet:
    """Raises CatalogueFileError where the file is no workbook."""
    try:
        _refuse_bomb(path)
        with _values(path) as values:
            header = [_text(cell) for cell in next(values, ())]
            length = sum(1 for _ in values)
    except _UNREADABLE as error:
        said = _("%(name)s cannot be read as an Excel file. Save it as .xlsx and import it again.")
        raise CatalogueFileError(said % {"name": path.name}) from error
    while header and not header[-1]:
        header.pop()
    if not header:
        said = _("%(name)s is empty: its first line must name the columns.")
        raise CatalogueFileError(said % {"name": path.name})
    return Sheet(path, columns_of(path.name, header), length)


def _refuse_bomb(path: Path) -> None:
    with ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
            said = _("%(name)s would unpack to more than %(most)d MB.")
            raise CatalogueFileError(said % {"name": path.name, "most": MOST_BYTES // 10**6})


@contextmanager
def _values(path: Path) -> Iterator[Iterator[tuple[Any, ...]]]:
    # Only now: it takes 5 MB of every process that has seen it, and a web process reads no workbook.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except InvalidFileException as error:
        raise ValueError(str(error)) from error
    try:
        yield book.worksheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        # Sheets keep 3 as 3.0, and 19.99 as the nearest binary number, which repr writes shortest.
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return str(cell).strip()
