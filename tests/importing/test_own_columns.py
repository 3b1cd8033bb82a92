"""The documented columns become products, variants and pictures."""

from pathlib import Path

import pytest

from catalog.models import Brand, Category, Product
from catalog.money import Money
from tests.factories import make_jpeg

from .conftest import Import
from .folders import OWN_HEADER, own_folder

pytestmark = pytest.mark.django_db

FULL = (
    "external_id,sku,title,description,category,brand,type,gender,attribute:pattern,"
    "colour,size,price,currency,stock,images,alt,attribute:fit"
)


def test_rows_of_one_id_are_one_product_with_variants_and_pictures(tmp_path: Path, run: Import) -> None:
    batch = run(
        own_folder(
            tmp_path,
            'A1,A1-S,Linen shirt,"Cool.\nWashes well.",Women > Shirts,Alder,Shirts,women,Striped,'
            "Blue,S,49.90,GBP,3,a.jpg|b.jpg,Front|Back,",
            "A1,A1-M,,,,,,,,Blue,M,52,GBP,0,,,",
            header=FULL,
            pictures=["a.jpg", "b.jpg"],
        )
    )
    assert (batch.created, batch.updated, batch.unchanged, batch.rejects) == (1, 0, 0, ())
    product = Product.objects.get()
    assert (product.external_id, product.title, product.slug) == ("A1", "Linen shirt", "linen-shirt-a1")
    assert product.description == "Cool.\nWashes well."
    assert (product.brand and product.brand.name, product.product_type, product.gender) == (
        "Alder",
        "Shirts",
        "women",
    )
    assert product.attributes == {"pattern": "Striped"}
    assert [(v.sku, v.size, v.colour, v.price, v.stock) for v in product.variants.all()] == [
        ("A1-S", "S", "Blue", Money(4990, "GBP"), 3),
        ("A1-M", "M", "Blue", Money(5200, "GBP"), 0),
    ]
    assert [(image.alt_text, image.width, image.height) for image in product.images.all()] == [
        ("Front", 48, 64),
        ("Back", 48, 64),
    ]


def test_pictures_are_stored_as_they_are(tmp_path: Path, run: Import) -> None:
    run(own_folder(tmp_path, "A1,Shirt,Shirts,Shirts,,,1,1,a.jpg"))
    with Product.objects.get().images.get().file.open() as file:
        assert file.read() == make_jpeg(seed=0)


def test_categories_and_brands_are_made_once(tmp_path: Path, run: Import) -> None:
    run(
        own_folder(
            tmp_path,
            "A1,Shirt,Women > Shirts,Shirts,,,1,1,a.jpg,Alder",
            "A2,Shirt,Women > Shirts,Shirts,,,1,1,a.jpg,Alder",
            "A3,Skirt,Women > Skirts,Skirts,,,1,1,a.jpg,",
            header=f"{OWN_HEADER},brand",
        )
    )
    assert set(Category.objects.values_list("parent__name", "name", "slug")) == {
        (None, "Women", "women"),
        ("Women", "Shirts", "women-shirts"),
        ("Women", "Skirts", "women-skirts"),
    }
    assert Brand.objects.get().name == "Alder"
    assert Product.objects.get(external_id="A3").brand is None


def test_cells_that_may_be_empty_have_defaults(tmp_path: Path, run: Import) -> None:
    run(
        own_folder(
            tmp_path,
            "A1,Shirt,Shirts,Shirts,,,19.9,1,a.jpg",
            "A2,Shirt,Shirts,Shirts,Navy Blue,S,19.9,1,a.jpg",
            "A2,,,,Navy Blue,M/L,19.9,1,",
        )
    )
    alone, *sizes = [variant for p in Product.objects.order_by("pk") for variant in p.variants.all()]
    assert (alone.sku, alone.price) == ("A1", Money(1990, "EUR"))
    assert [variant.sku for variant in sizes] == ["A2-navy-blue-s", "A2-navy-blue-ml"]
    assert Product.objects.get(external_id="A1").gender == "unisex"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_understood(tmp_path: Path, run: Import, delimiter: str) -> None:
    row = "A1,Shirt,Shirts,Shirts,,,19.9,1,a.jpg"
    folder = own_folder(tmp_path, row.replace(",", delimiter), header=OWN_HEADER.replace(",", delimiter))
    assert run(folder).created == 1


def test_byte_order_mark_and_windows_lines_are_understood(tmp_path: Path, run: Import) -> None:
    folder = own_folder(tmp_path, "A1,Été,Shirts,Shirts,,,19.9,1,a.jpg")
    table = folder / "products.csv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes().replace(b"\n", b"\r\n"))
    assert run(folder).created == 1
    assert Product.objects.get().title == "Été"


def test_pictures_may_lie_beside_the_table(tmp_path: Path, run: Import) -> None:
    (tmp_path / "goods.csv").write_text(f"{OWN_HEADER}\nA1,Shirt,Shirts,Shirts,,,1,1,a.jpg\n")
    (tmp_path / "a.jpg").write_bytes(make_jpeg())
    assert run(tmp_path).created == 1


def test_slugs_are_unique_and_say_something(tmp_path: Path, run: Import) -> None:
    rows = ("A 1,Shirt", "A-1,Shirt", "B1,Рубашка", "№,★")
    run(own_folder(tmp_path, *(f"{row},Shirts,Shirts,,,1,1,a.jpg" for row in rows)))
    first, second, cyrillic, nothing = Product.objects.order_by("pk").values_list("slug", flat=True)
    assert (first, cyrillic) == ("shirt-a-1", "b1")
    assert second.startswith("shirt-a-1-")
    assert nothing


def test_size_table_is_rows_of_cells(tmp_path: Path, run: Import) -> None:
    header = f"{OWN_HEADER},attribute:size_table"
    row = "A1,Shirt,Shirts,Shirts,,,19.9,1,a.jpg,Size|Chest; S|92 cm;M | 98 cm"
    rows = own_folder(tmp_path, row, header=header)
    assert run(rows).created == 1
    table = Product.objects.get().attributes["size_table"]
    assert table == [["Size", "Chest"], ["S", "92 cm"], ["M", "98 cm"]]
