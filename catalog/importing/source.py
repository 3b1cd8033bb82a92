"""A folder that can be imported: its table, its layout, its pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from catalog.services import ProductData

from .errors import CatalogueFileError, Reject, RowError
from .grouping import Group, groups
from .layouts import Layout, layout_of
from .pictures import PictureFolder
from .sheet import Sheet, read_sheet
from .table import Table, read_table

_TABLES = ("products.csv", "styles.csv", "products.xlsx")
_ENDINGS = (".csv", ".xlsx")
_PICTURES = "images"


@dataclass(frozen=True)
class Read:
    """A product as its rows say it is."""

    lines: tuple[int, ...]
    data: ProductData

    @property
    def last_line(self) -> int:
        return self.lines[-1]


@dataclass(frozen=True)
class Source:
    table: Table | Sheet
    layout: Layout
    pictures: PictureFolder

    @property
    def lines(self) -> int:
        """Lines of the table, without its header."""
        return self.table.length

    @property
    def ignored_columns(self) -> list[str]:
        """Columns that mean nothing here, as the file writes them."""
        return self.layout.ignored(self.table.columns)

    def read(self, *, after: int = 1) -> Iterator[Read | Reject]:
        """Every product and every line that is left out, in the table's order, that end after that line."""
        for item in groups(self.table.rows(), self.layout):
            if isinstance(item, Reject):
                if item.line > after:
                    yield item
            elif item[-1].line > after:
                yield from self._read(item)

    def _read(self, group: Group) -> Iterator[Read | Reject]:
        lines = tuple(row.line for row in group)
        try:
            yield Read(lines, self.layout.read(group, self.pictures))
        except RowError as error:
            yield from rejects(lines, error.line, str(error))


def rejects(lines: tuple[int, ...], bad: int, reason: str) -> Iterator[Reject]:
    """The whole product is left out: without its bad line it would be sold with a size missing."""
    others = _("left out with line %(line)d of the same product") % {"line": bad}
    for line in lines:
        yield Reject(line, reason if line == bad else others)


def open_source(folder: Path) -> Source:
    """Raises CatalogueFileError where the folder has no table that can be read."""
    if not folder.is_dir():
        raise CatalogueFileError(f"There is no folder {folder}.")
    path = _table_path(folder)
    table = read_sheet(path) if path.suffix.lower() == ".xlsx" else read_table(path)
    pictures = folder / _PICTURES
    root = pictures if pictures.is_dir() else folder
    return Source(table, layout_of(table), PictureFolder(root.resolve()))


def _table_path(folder: Path) -> Path:
    for name in _TABLES:
        if (folder / name).is_file():
            return folder / name
    tables = sorted(path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS)
    if len(tables) == 1:
        return tables[0]
    found = f"It has {', '.join(path.name for path in tables)}." if tables else "It has no CSV or Excel file."
    raise CatalogueFileError(f"{folder} has no {', '.join(_TABLES[:-1])} or {_TABLES[-1]}. {found}")
