"""Rows → CSV or Excel, in which no cell is ever run as a formula."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import IO, Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What sheets take for the beginning of a formula (OWASP, CSV injection)."""


def safe_cell(text: str) -> str:
    """Marked as text where a sheet would run it; an import takes the mark off again."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """UTF-8 with a mark at its beginning, by which Excel knows it."""
    yield "\ufeff"
    for row in chain([columns], rows):
        yield _line(row)


def xlsx_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> IO[bytes]:
    """An open file, which goes when it is closed. Numbers are texts, as in CSV: an SKU keeps its zeros."""
    # Only now: it takes 5 MB of every process that has seen it.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("products")
    for row in chain([columns], rows):
        cells = [WriteOnlyCell(sheet, safe_cell(text)) for text in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def _line(row: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([safe_cell(text) for text in row])
    return buffer.getvalue()
