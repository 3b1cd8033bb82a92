"""A bad row is left out with its line and its reason; its neighbours are imported."""

from pathlib import Path

import pytest

from catalog.models import Product, Variant
from tests.factories import make_jpeg, make_product

from .conftest import Import
from .folders import OWN_HEADER, fashion_folder, fashion_rows, own_folder

pytestmark = pytest.mark.django_db

GOOD = "A1,Shirt,Women > Shirts,Shirts,Blue,S,49.90,3,a.jpg"
AFTER = "A9,Skirt,Women > Skirts,Skirts,Red,S,20,1,a.jpg"

BAD_ROWS = {
    "no id": (",Shirt,Shirts,Shirts,,,1,1,a.jpg", "external_id is empty"),
    "no title": ("A2,  ,Shirts,Shirts,,,1,1,a.jpg", "title is empty"),
    "long title": (f"A2,{'x' * 201},Shirts,Shirts,,,1,1,a.jpg", "title is longer than 200 characters"),
    "NUL": ("A2,Shi\0rt,Shirts,Shirts,,,1,1,a.jpg", "title has a control character in it"),
    "no type": ("A2,Shirt,Shirts,,,,1,1,a.jpg", "type is empty"),
    "empty step": ("A2,Shirt,Women > > Shirts,Shirts,,,1,1,a.jpg", "is not the name of a category"),
    "markup": ("A2,Shirt,<b,Shirts,,,1,1,a.jpg", '"<b" in category is not the name of a category'),
    "negative price": ("A2,Shirt,Shirts,Shirts,,,-1,1,a.jpg", "price is negative"),
    "price in words": ("A2,Shirt,Shirts,Shirts,,,cheap,1,a.jpg", 'price "cheap" is not a number'),
    "price NaN": ("A2,Shirt,Shirts,Shirts,,,NaN,1,a.jpg", "is not a number"),
    "price too precise": ("A2,Shirt,Shirts,Shirts,,,1.999,1,a.jpg", "more decimals than EUR has"),
    "price too high": ("A2,Shirt,Shirts,Shirts,,,1000000001,1,a.jpg", "price is over"),
    "negative stock": ("A2,Shirt,Shirts,Shirts,,,1,-1,a.jpg", "stock is not between"),
    "broken stock": ("A2,Shirt,Shirts,Shirts,,,1,1.5,a.jpg", 'stock "1.5" is not a whole number'),
    "no picture named": ("A2,Shirt,Shirts,Shirts,,,1,1,", "images is empty"),
    "no such picture": ("A2,Shirt,Shirts,Shirts,,,1,1,none.jpg", 'there is no picture "none.jpg"'),
    "folder": ("A2,Shirt,Shirts,Shirts,,,1,1,.", 'there is no picture "."'),
    "name too long": (f"A2,Shirt,Shirts,Shirts,,,1,1,{'x' * 5000}", "there is no picture"),
    "up and out": ("A2,Shirt,Shirts,Shirts,,,1,1,../products.csv", "is outside of the folder"),
    "absolute": ("A2,Shirt,Shirts,Shirts,,,1,1,/etc/passwd", "is outside of the folder"),
    "link out": ("A2,Shirt,Shirts,Shirts,,,1,1,link.jpg", "is outside of the folder"),
    "damaged": ("A2,Shirt,Shirts,Shirts,,,1,1,cut.jpg", 'the picture "cut.jpg" is refused'),
    "HTML": ("A2,Shirt,Shirts,Shirts,,,1,1,page.jpg", 'the picture "page.jpg" is refused'),
    "empty file": ("A2,Shirt,Shirts,Shirts,,,1,1,empty.jpg", "This file is empty"),
    "too many cells": ("A2,Shirt,Shirts,Shirts,,,1,1,a.jpg,b.jpg", "10 cells where the header has 9"),
    "too few cells": ("A2,Shirt", "2 cells where the header has 9"),
    "quote left open": ('A2,"Shirt,Shirts,Shirts,,,1,1,a.jpg', "a quote is opened and never closed"),
    "text after a quote": ('A2,"Shi"rt,Shirts,Shirts,,,1,1,a.jpg', "its quotes do not match"),
    "id again": ("A1,Shirt,Shirts,Shirts,,,1,1,a.jpg", 'external_id "A1" is taken by line 2'),
    "SKU of another": ("A-1,Shirt,Shirts,Shirts,,,1,1,a.jpg", 'the SKU "A-1" belongs to another product'),
}


@pytest.fixture
def odd_files(tmp_path: Path) -> None:
    images = tmp_path / "images"
    images.mkdir()
    (tmp_path / "secret.jpg").write_bytes(make_jpeg())
    (images / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (images / "cut.jpg").write_bytes(make_jpeg(width=300, height=300)[:-400])
    (images / "page.jpg").write_text("<html></html>")
    (images / "empty.jpg").touch()


@pytest.mark.usefixtures("odd_files")
@pytest.mark.parametrize("name", BAD_ROWS)
def test_bad_row_is_rejected_and_its_neighbours_are_kept(tmp_path: Path, run: Import, name: str) -> None:
    Variant.objects.filter(product=make_product()).update(sku="A-1")
    row, reason = BAD_ROWS[name]
    batch = run(own_folder(tmp_path, GOOD, AFTER, row, AFTER.replace("A9", "A10")))
    assert [reject.line for reject in batch.rejects] == [4]
    assert reason in batch.rejects[0].reason
    assert set(Product.objects.exclude(external_id=None).values_list("external_id", flat=True)) == {
        "A1",
        "A9",
        "A10",
    }


def test_one_bad_row_costs_its_product_and_leaves_it_as_it_was(tmp_path: Path, run: Import) -> None:
    second = "A1,,,,Blue,M,49.90,2,"
    run(own_folder(tmp_path, GOOD, second))
    batch = run(own_folder(tmp_path, GOOD.replace("49.90", "5"), second.replace("49.90", "x"), AFTER))
    assert [str(reject) for reject in batch.rejects] == [
        "line 2: left out with line 3 of the same product",
        'line 3: price "x" is not a number such as 19.99',
    ]
    assert set(Variant.objects.filter(product__external_id="A1").values_list("price_minor", flat=True)) == {
        4990
    }
    assert batch.created == 1


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ("A1,,,,Blue,S,1,1,,", "a variant of this size and colour already"),
        ("A1,Other,,,Blue,M,1,1,,", "title is not that of line 2, the same product"),
        ("A1,,,,Blue,M,1,1,,A1", 'has the SKU "A1" twice'),
    ],
)
def test_rows_of_a_product_that_contradict(tmp_path: Path, run: Import, second: str, reason: str) -> None:
    batch = run(own_folder(tmp_path, f"{GOOD},A1", second, header=f"{OWN_HEADER},sku"))
    assert [reject.line for reject in batch.rejects] == [2, 3]
    assert reason in batch.rejects[1].reason


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("gender", "ladies", 'gender "ladies" is none of women, men, girls, boys, unisex'),
        ("currency", "EURO", 'currency "EURO" is not an ISO 4217 code'),
        ("weight", "1.5", "not a whole number of grams"),
        ("weight", "-1", "not a whole number of grams"),
        ("sku", "x" * 65, "sku is longer than 64 characters"),
        ("brand", "x" * 101, "brand is longer than 100 characters"),
        ("alt", "one|two", "alt has more texts than images has names"),
        ("alt", "x" * 201, "alt is longer than 200 characters"),
    ],
)
def test_bad_optional_cells(tmp_path: Path, run: Import, column: str, value: str, reason: str) -> None:
    (reject,) = run(own_folder(tmp_path, f"{GOOD},{value}", header=f"{OWN_HEADER},{column}")).rejects
    assert reason in reject.reason


def test_id_that_comes_back_is_refused(tmp_path: Path, run: Import) -> None:
    (reject,) = run(own_folder(tmp_path, GOOD, AFTER, GOOD)).rejects
    assert str(reject) == 'line 4: external_id "A1" is taken by line 2'


def test_open_quote_does_not_swallow_the_rest(tmp_path: Path, run: Import) -> None:
    rows = [AFTER.replace("A9", f"B{number}") for number in range(150)]
    batch = run(own_folder(tmp_path, GOOD.replace("Shirt,", '"Shirt,', 1), *rows))
    assert (batch.created, [reject.line for reject in batch.rejects]) == (150, [2])


def test_two_products_of_one_batch_with_one_sku(tmp_path: Path, run: Import) -> None:
    batch = run(own_folder(tmp_path, f"{GOOD},X", f"{AFTER},X", header=f"{OWN_HEADER},sku"))
    assert (batch.created, [reject.line for reject in batch.rejects]) == (1, [3])


def test_sizes_that_change_places_are_refused_not_raised(tmp_path: Path, run: Import) -> None:
    header = f"{OWN_HEADER},sku"
    other = "A1,,,,Blue,M,49.90,2,"
    run(own_folder(tmp_path, f"{GOOD},X", f"{other},Y", header=header))
    batch = run(own_folder(tmp_path, f"{GOOD},Y", f"{other},X", AFTER + ",", header=header))
    assert (batch.created, [reject.line for reject in batch.rejects]) == (1, [2, 3])
    assert "variant_unique_size_and_colour" in batch.rejects[0].reason


def test_fashion_rows_are_checked_too(tmp_path: Path, run: Import) -> None:
    folder = fashion_folder(
        tmp_path,
        *fashion_rows(1),
        "1,Men,Apparel,Topwear,Shirts,Blue,,,,Again",
        "2,Men,Apparel,Topwear,NA,Blue,,,,Shirt",
        "3,Aliens,Apparel,Topwear,Shirts,Blue,,,,Shirt",
        "4,Men,Apparel,Topwear,Shirts,Blue,,,,",
        "5,Men,Apparel,Topwear,Shirts,Blue,,,,Shirt",
        "6,Men,Apparel,Topwear,Shirts,Blue,,,,Shirt, with a comma",
    )
    (folder / "images" / "5.jpg").unlink()
    batch = run(folder)
    assert [str(reject) for reject in batch.rejects] == [
        'line 3: id "1" is taken by line 2',
        "line 4: articleType is empty",
        'line 5: gender "aliens" is none of women, men, girls, boys, unisex',
        "line 6: productDisplayName is empty",
        'line 7: there is no picture "5.jpg"',
        "line 8: 11 cells where the header has 10",
    ]
