"""Many products at once: the count named before, and undo after."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import BulkEdit, Product, Variant
from shop.models import StockMovement
from tests.factories import make_category, make_product, make_variant

from .conftest import Staff

pytestmark = pytest.mark.django_db

LIST = reverse("admin:catalog_product_changelist")
DONE = reverse("admin:catalog_product_bulk_edits")


def _edit(client: Client, products: list[Product], *, address: str = LIST, **fields: Any) -> str:
    form = {"action": "bulk_edit", "_selected_action": [product.pk for product in products], "index": 0}
    return client.post(address, form | fields, follow=True).content.decode()


def _undo(client: Client) -> str:
    address = reverse("admin:catalog_product_undo", args=[BulkEdit.objects.latest("pk").pk])
    return client.post(address, follow=True).content.decode()


def test_the_count_is_named_before_anything_is_changed(owner: Client) -> None:
    products = [make_product() for _ in range(3)]
    page = _edit(owner, products[:2])
    assert "<strong>2</strong> products will be changed" in page
    assert 'value="Change 2 products"' in page
    assert not BulkEdit.objects.exists()


def test_price_stock_category_and_publication_are_changed_and_undone(owner: Client) -> None:
    products = [make_product(price_minor=1005, stock=4), make_product(price_minor=333, stock=0)]
    other, category = make_product(price_minor=1005), make_category(name="Sale")
    before = dict(Product.objects.values_list("pk", "category"))
    page = _edit(
        owner, products, expected=2, price_percent="-10", stock_by="3", category=category.pk, published="no"
    )
    assert "2 products were changed." in page
    prices = [product.variants.get().price_minor for product in (*products, other)]
    assert prices == [905, 300, 1005]  # half a cent up
    assert [product.variants.get().stock for product in products] == [7, 3]
    assert set(Product.objects.filter(category=category, is_published=False)) == set(products)
    page = owner.get(DONE).content.decode()
    assert "Change the price by per cent: -10" in page
    assert "Move to the category: Sale" in page

    Variant.objects.filter(product=products[0]).update(stock=5)  # two were sold
    assert "8 values were put back." in _undo(owner)
    assert dict(Product.objects.values_list("pk", "category")) == before
    assert not Product.objects.filter(is_published=False).exists()
    assert [product.variants.get().price_minor for product in products] == [1005, 333]
    assert [product.variants.get().stock for product in products] == [2, 0]
    assert "0 values" in _undo(owner)


def test_the_ledger_of_the_stock_says_so(owner: Client) -> None:
    product = make_product(stock=4)
    _edit(owner, [product], expected=1, stock="9")
    _undo(owner)
    assert list(StockMovement.objects.order_by("pk").values_list("delta", flat=True)) == [4, 5, -5]


def test_what_was_changed_again_stays(owner: Client) -> None:
    product = make_product(price_minor=1000)
    _edit(owner, [product], expected=1, price="5")
    product.variants.update(price_minor=700)
    assert "1 value has changed since and was left as it is." in _undo(owner)
    assert product.variants.get().price_minor == 700


def test_all_that_a_search_finds_is_changed_though_it_is_on_other_pages(owner: Client) -> None:
    for _ in range(3):
        make_product(title="Linen")
    other = make_product(title="Wool")
    page = _edit(owner, [other], address=f"{LIST}?q=linen", select_across="1")
    assert "<strong>3</strong> products" in page
    _edit(owner, [other], address=f"{LIST}?q=linen", select_across="1", expected=3, published="no")
    assert set(Product.objects.filter(is_published=True)) == {other}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"expected": "1"}, "These are 2 products by now."),
        ({"price": "1.999"}, "EUR has no such small coins as 1.999 needs."),
        ({"price_percent": "900"}, "would cost"),
        ({"price": "5", "price_percent": "5"}, "Set it or change it, not both."),
        ({"price": "", "published": ""}, "Fill in at least one field."),
        ({"price": "cheap"}, "Enter a number."),
        ({"stock": "-1"}, "greater than or equal to 0"),
    ],
)
def test_what_cannot_be_done_of_all_is_done_of_none(
    owner: Client, fields: dict[str, str], sentence: str
) -> None:
    products = [make_product(), make_product(price_minor=90_000_000_000)]
    page = _edit(owner, products, **{"expected": "2", "published": "no"} | fields)
    assert sentence in page
    assert Product.objects.filter(is_published=True).count() == 2
    assert not BulkEdit.objects.exists()


def test_queries_do_not_grow_with_the_products(owner: Client) -> None:
    counts = []
    for number in (2, 6):
        products = [make_product(sizes=("S", "M")) for _ in range(number)]
        make_variant(products[0], size="L")
        with CaptureQueriesContext(connection) as queries:
            _edit(owner, products, expected=number, price_percent="5", stock_by="1")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_it_takes_the_right_to_change_variants_too(staff: Staff) -> None:
    product = make_product()
    client = staff("view_product", "change_product")
    _edit(client, [product], expected=1, published="no")
    assert Product.objects.get().is_published
    assert client.get(DONE).status_code == 403
