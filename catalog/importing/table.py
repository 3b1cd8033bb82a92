"""The table's file → rows, each with its line; a broken row does not take its neighbours with it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from .errors import CatalogueFileError, Reject
from .record import LONGEST, RecordError, first_record

_DELIMITERS = ",;\t"
_MARKED = re.compile(r"'[=+\-@\t\r]")


@dataclass(frozen=True)
class Row:
    """`cells` by column as `canonical` writes it. `line` is where the row begins; the header is line 1."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Table:
    """`columns` as the file writes them; `lines` without the header."""

    name: str
    columns: tuple[str, ...]
    delimiter: str
    lines: tuple[str, ...]

    @property
    def length(self) -> int:
        return len(self.lines)

    def rows(self) -> Iterator[Row | Reject]:
        """Every row in order; empty lines are passed over."""
        names = [canonical(name) for name in self.columns]
        place = 0
        while place < len(self.lines):
            line = place + 2
            try:
                cells, used = first_record(self.lines[place : place + LONGEST], self.delimiter, len(names))
            except RecordError as error:
                place += 1
                yield Reject(line, str(error))
                continue
            place += used
            if any(cells):
                yield Row(line, dict(zip(names, map(plain, cells), strict=True)))


def canonical(column: str) -> str:
    """`masterCategory`, `master_category`, `Master Category` are one column. Attributes keep their names."""
    kind, colon, name = column.partition(":")
    kind = re.sub(r"[\s_-]", "", kind).lower()
    return f"{kind}:{name.strip()}" if colon else kind


def plain(cell: str) -> str:
    """Without the mark by which an export keeps a sheet from reading a cell as a formula."""
    return cell[1:] if _MARKED.match(cell) else cell


def columns_of(name: str, cells: Sequence[str]) -> tuple[str, ...]:
    """The header's names. Raises CatalogueFileError where two are the same."""
    columns = tuple(cell.strip() for cell in cells)
    known = [canonical(column) for column in columns]
    if doubles := {column for column in columns if known.count(canonical(column)) > 1}:
        said = _("%(name)s has more than one column %(columns)s.")
        raise CatalogueFileError(said % {"name": name, "columns": ", ".join(sorted(doubles))})
    return columns


def read_table(path: Path) -> Table:
    """Raises CatalogueFileError where the file is not a table at all."""
    header, *lines = _lines(path)
    delimiter = max(_DELIMITERS, key=header.count)
    try:
        cells, _taken = first_record([header], delimiter)
    except RecordError as error:
        said = _("The header of %(name)s cannot be read: %(error)s.")
        raise CatalogueFileError(said % {"name": path.name, "error": error}) from error
    return Table(path.name, columns_of(path.name, cells), delimiter, tuple(lines))


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        said = _("%(name)s is not UTF-8 text (line %(line)d). Save it as UTF-8 and import it again.")
        raise CatalogueFileError(said % {"name": path.name, "line": line}) from error
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not lines[0].strip():
        said = _("%(name)s is empty: its first line must name the columns.")
        raise CatalogueFileError(said % {"name": path.name})
    return lines
