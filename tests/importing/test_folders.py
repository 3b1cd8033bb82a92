"""A folder that cannot be imported at all says what to change."""

from pathlib import Path

import pytest

from catalog.importing import CatalogueFileError, open_source

from .folders import OWN_HEADER


def _refusal(folder: Path) -> str:
    with pytest.raises(CatalogueFileError) as caught:
        open_source(folder)
    return str(caught.value)


def test_no_folder(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "none") == f"There is no folder {tmp_path / 'none'}."


def test_no_table(tmp_path: Path) -> None:
    assert _refusal(tmp_path) == (
        f"{tmp_path} has no products.csv, styles.csv or products.xlsx. It has no CSV or Excel file."
    )


def test_several_tables(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).touch()
    assert "It has a.csv, b.csv." in _refusal(tmp_path)


def test_empty_table(tmp_path: Path) -> None:
    (tmp_path / "products.csv").touch()
    assert _refusal(tmp_path) == "products.csv is empty: its first line must name the columns."


def test_missing_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text("external_id,title,category,type\n")
    assert _refusal(tmp_path).startswith(
        "products.csv lacks the columns price, stock, images. It has external_id,"
    )


def test_the_columns_are_those_of_the_layout_whose_id_is_there(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text("external_id,title\n")
    assert "lacks the columns category, type, price, stock, images." in _refusal(tmp_path)


def test_missing_columns_of_the_public_set_are_named(tmp_path: Path) -> None:
    (tmp_path / "styles.csv").write_text("id,gender,articleType,season\n")
    assert _refusal(tmp_path).startswith(
        "styles.csv lacks the columns title or productDisplayName, baseColour."
    )


def test_other_encoding(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_bytes(f"{OWN_HEADER}\nA1,Été\n".encode("latin-1"))
    assert _refusal(tmp_path) == (
        "products.csv is not UTF-8 text (line 2). Save it as UTF-8 and import it again."
    )


def test_column_twice(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text(f"{OWN_HEADER},Title\n")
    assert _refusal(tmp_path) == "products.csv has more than one column Title, title."


def test_header_with_an_open_quote(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text('"external_id,title\n')
    assert "The header of products.csv cannot be read" in _refusal(tmp_path)


def test_columns_that_mean_nothing_are_named(tmp_path: Path) -> None:
    (tmp_path / "products.csv").write_text(f"{OWN_HEADER},colours,attribute:fit\n")
    assert open_source(tmp_path).ignored_columns == ["colours"]
