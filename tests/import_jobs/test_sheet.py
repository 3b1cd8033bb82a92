"""Excel files as tables."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from catalog.importing import CatalogueFileError
from catalog.importing.sheet import read_sheet

from .archives import packed


def _book(path: Path, *rows: list[Any]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path / "products.xlsx")
    return path / "products.xlsx"


def test_cells_are_the_texts_that_a_person_sees(tmp_path: Path) -> None:
    path = _book(
        tmp_path,
        ["External ID", "price", "stock", "day", "published", None],
        [42, 19.99, 3.0, date(2026, 1, 31), True],
        [],
        ["'=A1", "0.1", None, "", False],
    )
    sheet = read_sheet(path)
    assert (sheet.columns, sheet.length) == (("External ID", "price", "stock", "day", "published"), 3)
    first, second = sheet.rows()
    assert (first.line, list(first.cells.values())) == (2, ["42", "19.99", "3", "2026-01-31T00:00:00", "yes"])
    assert (second.line, list(second.cells.values())) == (4, ["=A1", "0.1", "", "", "no"])


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"PK\x03\x04 and then nothing"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "products.xlsx").write_bytes(data)
    with pytest.raises(CatalogueFileError, match=r"cannot be read as an Excel file"):
        read_sheet(tmp_path / "products.xlsx")


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "products.xlsx").write_bytes(packed({"hello.txt": b"hello"}))
    with pytest.raises(CatalogueFileError, match="cannot be read as an Excel file"):
        read_sheet(tmp_path / "products.xlsx")


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _book(tmp_path, ["a", "b"])
    monkeypatch.setattr("catalog.importing.sheet.MOST_BYTES", 1000)
    with pytest.raises(CatalogueFileError, match="would unpack to more than"):
        read_sheet(path)


def test_an_empty_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueFileError, match="is empty"):
        read_sheet(_book(tmp_path))
