"""`manage.py import_catalog` reports on standard error and ends as it went."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from .folders import FASHION_HEADER, fashion_folder, fashion_rows, own_folder

pytestmark = pytest.mark.django_db


def _import(folder: Path) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_catalog", folder, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_sum_and_rejects_are_printed(tmp_path: Path) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(3), "9,Men,Apparel,Topwear,NA,Blue,,,,Shirt")
    out, err = _import(folder)
    assert out == "Products: 3 created, 0 updated, 0 unchanged. Lines rejected: 1.\n"
    assert err == "styles.csv, line 5: articleType is empty\n"


def test_second_run_says_that_nothing_changed(tmp_path: Path) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(3))
    _import(folder)
    assert _import(folder) == ("Products: 0 created, 0 updated, 3 unchanged. Lines rejected: 0.\n", "")


def test_ignored_columns_are_named(tmp_path: Path) -> None:
    folder = own_folder(
        tmp_path,
        "A1,Shirt,Shirts,Shirts,1,1,a.jpg,Blue",
        header="external_id,title,category,type,price,stock,images,colours",
    )
    assert "Ignored columns: colours.\n" in _import(folder)[1]


def test_no_good_row_is_a_failure(tmp_path: Path) -> None:
    folder = fashion_folder(tmp_path, "9,Men,Apparel,Topwear,NA,Blue,,,,Shirt")
    with pytest.raises(CommandError, match=r"Nothing was imported from .*\. Lines rejected: 1"):
        _import(folder)


def test_table_without_rows_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "styles.csv").write_text(FASHION_HEADER)
    with pytest.raises(CommandError, match="Nothing was imported"):
        _import(tmp_path)


def test_unreadable_folder_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"has no products\.csv, styles\.csv or products\.xlsx"):
        _import(tmp_path)
