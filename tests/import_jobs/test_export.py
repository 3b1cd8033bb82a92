"""What is exported can be imported again, and runs in no sheet."""

import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from catalog.exporting import export_columns, export_rows
from catalog.facts import stored_facts
from catalog.models import Product
from catalog.services.import_jobs import begin_import, go_on
from tests.catalog_admin.conftest import owner as owner
from tests.factories import make_brand, make_category, make_image, make_product, make_variant

from .conftest import turn

pytestmark = pytest.mark.django_db

LIST = reverse("admin:catalog_product_changelist")


def _shop() -> list[Product]:
    shirt = make_product(
        title='=HYPERLINK("http://evil.example")',
        description="+1\nsecond line",
        category=make_category(name="Shirts", parent=make_category(name="Women")),
        brand=make_brand(name="@Alder"),
        attributes={"Fabric type": "-Linen", "size_table": [["Size", "Chest"], ["S", "92 cm"]], "n": 1},
        sizes=("S", "M"),
        price_minor=1050,
        images=2,
        is_published=False,
        weight_grams=200,
    )
    shirt.variants.update(cost_minor=420)
    make_variant(shirt, sku="0042", size="", colour="", price_minor=5, currency="JPY", cost_minor=3, stock=0)
    make_image(shirt, seed=77, position=7, alt_text="Front")
    return [shirt, make_product(external_id="known", product_type="Jeans")]


def _exported(client: Client, kind: str) -> bytes:
    data = {"action": f"export_{kind}", "_selected_action": [0], "select_across": "1", "index": 0}
    answer = client.post(LIST, data)
    assert answer.status_code == 200
    return b"".join(answer)


def _facts() -> list[Any]:
    rows = [(product.external_id, stored_facts(product.pk)) for product in Product.objects.order_by("pk")]
    stocks = [
        list(product.variants.values_list("sku", "stock")) for product in Product.objects.order_by("pk")
    ]
    return [rows, stocks]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_imported_again_changes_nothing(owner: Client, kind: str) -> None:
    _shop()
    data = _exported(owner, kind)
    before = _facts()
    table = SimpleUploadedFile(f"products.{kind}", data)
    job = turn(begin_import(table=table, pictures=None, actor="owner", now=timezone.now()))
    assert (job.state, job.error, list(job.report.values_list("text"))) == ("checked", "", [])
    assert (job.unchanged, job.created, job.updated) == (2, 0, 0)
    go_on(job_id=job.pk, now=timezone.now())
    assert turn(job).unchanged == 2
    assert _facts() == before


def test_what_was_spoilt_since_is_put_right(owner: Client) -> None:
    shirt, _jeans = _shop()
    data = _exported(owner, "csv")
    before = _facts()
    assert "'=HYPERLINK" in data.decode()
    Product.objects.update(title="Spoilt", is_published=True)
    shirt.variants.update(price_minor=1, cost_minor=1, stock=0)
    table = SimpleUploadedFile("products.csv", data)
    job = turn(begin_import(table=table, pictures=None, actor="owner", now=timezone.now()))
    go_on(job_id=job.pk, now=timezone.now())
    assert turn(job).updated == 2
    assert _facts() == before


def test_no_cell_is_a_formula(owner: Client) -> None:
    _shop()
    cells = [
        cell for row in csv.reader(io.StringIO(_exported(owner, "csv").decode("utf-8-sig"))) for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert '\'=HYPERLINK("http://evil.example")' in cells
    sheet = load_workbook(io.BytesIO(_exported(owner, "xlsx"))).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert not [cell for row in sheet.iter_rows() for cell in row if str(cell.value or "").startswith("=")]


def test_queries_grow_with_chunks_and_not_with_products(django_assert_num_queries: Any) -> None:
    for number in (1, 4):
        for _ in range(number):
            make_product(images=2, sizes=("S", "M"))
        products = Product.objects.all()
        columns = export_columns(products, costs=True)
        with django_assert_num_queries(6):
            list(export_rows(products, columns))
