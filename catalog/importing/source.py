"""A folder that can be imported: its table, its layout, its pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.services import ProductData

from .errors import CatalogueFileError, Reject, RowError
from .grouping import Group, groups
from .layouts import Layout, layout_of
from .pictures import PictureFolder
from .table import Table, read_table

_TABLES = ("products.csv", "styles.csv")
_PICTURES = "images"


@dataclass(frozen=True)
class Read:
    """A product as its rows say it is."""

    lines: tuple[int, ...]
    data: ProductData


@dataclass(frozen=True)
class Source:
    table: Table
    layout: Layout
    pictures: PictureFolder

    @property
    def lines(self) -> int:
        """Lines of the table, without its header."""
        return len(self.table.lines)

    @property
    def ignored_columns(self) -> list[str]:
        """Columns that mean nothing here, as the file writes them."""
        return self.layout.ignored(self.table.columns)

    def read(self) -> Iterator[Read | Reject]:
        """Every product and every line that is left out, in the table's order."""
        for item in groups(self.table.rows(), self.layout):
            if isinstance(item, Reject):
                yield item
            else:
                yield from self._read(item)

    def _read(self, group: Group) -> Iterator[Read | Reject]:
        lines = tuple(row.line for row in group)
        try:
            yield Read(lines, self.layout.read(group, self.pictures))
        except RowError as error:
            yield from rejects(lines, error.line, str(error))


def rejects(lines: tuple[int, ...], bad: int, reason: str) -> Iterator[Reject]:
    """The whole product is left out: without its bad line it would be sold with a size missing."""
    for line in lines:
        yield Reject(line, reason if line == bad else f"left out with line {bad} of the same product")


def open_source(folder: Path) -> Source:
    """Raises CatalogueFileError where the folder has no table that can be read."""
    if not folder.is_dir():
        raise CatalogueFileError(f"There is no folder {folder}.")
    table = read_table(_table_path(folder))
    pictures = folder / _PICTURES
    root = pictures if pictures.is_dir() else folder
    return Source(table, layout_of(table), PictureFolder(root.resolve()))


def _table_path(folder: Path) -> Path:
    for name in _TABLES:
        if (folder / name).is_file():
            return folder / name
    tables = sorted(folder.glob("*.csv"))
    if len(tables) == 1:
        return tables[0]
    found = f"It has {', '.join(path.name for path in tables)}." if tables else "It has no CSV file."
    raise CatalogueFileError(f"{folder} has no {' or '.join(_TABLES)}. {found}")
