"""The layout of the public "Fashion Product Images" set."""

from pathlib import Path

import pytest

from catalog.models import Category, Product, Variant

from .conftest import Import
from .folders import fashion_folder, fashion_rows

pytestmark = pytest.mark.django_db

HEADER = "id,title,gender,master_category,sub_category,article_type,base_colour,season,year,usage"


def _path(product: Product) -> list[str]:
    names: list[str] = []
    category: Category | None = product.category
    while category:
        names.insert(0, category.name)
        category = category.parent
    return names


def test_rows_become_products(tmp_path: Path, run: Import) -> None:
    row = "15970,Men,Apparel,Topwear,Shirts,Navy Blue,Fall,2011,Casual,Turtle Check Men Navy Blue Shirt"
    assert run(fashion_folder(tmp_path, row)).created == 1
    product = Product.objects.get()
    assert (product.external_id, product.title, product.product_type, product.gender) == (
        "15970",
        "Turtle Check Men Navy Blue Shirt",
        "Shirts",
        "men",
    )
    assert product.brand is None
    assert _path(product) == ["Clothing", "Topwear", "Shirts"]
    assert set(product.variants.values_list("colour", flat=True)) == {"Navy Blue"}
    assert product.images.count() == 1


def test_the_other_spelling_of_the_columns_is_understood(tmp_path: Path, run: Import) -> None:
    folder = fashion_folder(tmp_path, "7,Shirt,Women,Accessories,Watches,Watches,NA,Fall,2011,NA")
    (folder / "styles.csv").rename(folder / "products.csv")
    table = folder / "products.csv"
    table.write_text("\n".join([HEADER, *table.read_text().splitlines()[1:]]))
    run(folder)
    product = Product.objects.get()
    assert _path(product) == ["Accessories", "Watches"]
    assert product.variants.get().colour == ""
    assert "usage" not in product.attributes


def test_what_is_made_up_says_so(tmp_path: Path, run: Import) -> None:
    run(fashion_folder(tmp_path, *fashion_rows(1)))
    assert Product.objects.get().attributes["invented"] == ["price", "size", "stock"]


def test_shirts_come_in_letters_shoes_in_numbers_watches_in_one_size(tmp_path: Path, run: Import) -> None:
    rows = (
        "1,Men,Apparel,Topwear,Shirts,Blue,,,,Shirt",
        "2,Women,Footwear,Shoes,Heels,Red,,,,Heels",
        "3,Men,Accessories,Watches,Watches,Black,,,,Watch",
        "4,Girls,Apparel,Topwear,Tshirts,Pink,,,,Top",
    )
    run(fashion_folder(tmp_path, *rows))
    sizes = {
        product.external_id: [variant.size for variant in product.variants.all()]
        for product in Product.objects.all()
    }
    assert sizes["1"] == ["S", "M", "L", "XL", "XXL"]
    assert sizes["2"] == ["36", "37", "38", "39", "40", "41"]
    assert sizes["3"] == [""]
    assert sizes["4"][0] == "3-4 Y"


def test_made_up_facts_are_the_same_every_time_and_differ_between_ids(tmp_path: Path, run: Import) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(30))
    run(folder)
    facts = list(Variant.objects.order_by("sku").values_list("sku", "price_minor", "stock"))
    Product.objects.all().delete()
    run(folder)
    assert list(Variant.objects.order_by("sku").values_list("sku", "price_minor", "stock")) == facts
    assert len({price for _, price, _ in facts}) > 5
    assert len({stock for *_, stock in facts}) > 5


def test_about_one_in_twelve_is_sold_out(tmp_path: Path, run: Import) -> None:
    run(fashion_folder(tmp_path, *fashion_rows(200)))
    sold_out = Product.objects.count() - Product.objects.in_stock().count()
    assert 6 <= sold_out <= 30
    assert Product.objects.in_stock().filter(variants__stock=0).exists()


def test_a_merchants_correction_of_a_made_up_fact_stays(tmp_path: Path, run: Import) -> None:
    folder = fashion_folder(tmp_path, *fashion_rows(1))
    run(folder)
    Variant.objects.filter(size="M").update(price_minor=1, stock=77)
    Variant.objects.filter(size="S").delete()
    assert run(folder).unchanged == 1
    variants = Product.objects.get().variants
    assert variants.filter(size="M", price_minor=1, stock=77).exists()
    assert not variants.filter(size="S").exists()
