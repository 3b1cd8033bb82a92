"""Products and variants, fed in batches: each item by itself, and twice the same is once."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Product, Variant
from shop.models import StockMovement
from tests.factories import make_product

from .conftest import Feed

pytestmark = pytest.mark.django_db

SHIRT = {
    "external_id": "A1",
    "title": "Linen shirt",
    "category": ["Women", "Shirts"],
    "brand": "Alder",
    "product_type": "Shirts",
    "gender": "women",
    "attributes": {"Fabric": "Linen"},
    "is_published": False,
    "variants": [
        {"sku": "A1-S", "size": "S", "colour": "Blue", "price": "49.90", "stock": 3},
        {"sku": "A1-M", "size": "M", "colour": "Blue", "price": 52},
    ],
}


def _statuses(results: list[Any]) -> list[str]:
    return [result["status"] for result in results]


def test_a_product_is_made_once_and_changed_by_what_is_said(feed: Feed) -> None:
    (made,) = feed.send("products", SHIRT)
    product = Product.objects.get()
    assert (made["status"], made["id"]) == ("created", product.pk)
    assert (str(product.category.parent), product.is_published) == ("Women", False)
    assert _statuses(feed.send("products", SHIRT)) == ["unchanged"]
    more = {"external_id": "A1", "title": "Linen blouse", "variants": [{"sku": "A1-S", "price": 40}]}
    assert _statuses(feed.send("products", more, more)) == ["updated", "unchanged"]
    product.refresh_from_db()
    assert (product.title, product.attributes, product.is_published) == (
        *("Linen blouse", {"Fabric": "Linen"}),
        False,
    )
    assert list(product.variants.values_list("sku", "price_minor", "stock")) == [
        ("A1-S", 4000, 3),
        ("A1-M", 5200, 0),
    ]


def test_by_sku_alone_the_product_is_found_too(feed: Feed) -> None:
    product = make_product(title="Old", price_minor=1000, stock=4)
    sku = product.variants.get().sku
    said = {"title": "New", "variants": [{"sku": sku}, {"sku": "more", "size": "XL", "price": "11"}]}
    assert _statuses(feed.send("products", said, said)) == ["updated", "unchanged"]
    product.refresh_from_db()
    assert (product.title, product.images.count()) == ("New", 1)
    assert list(product.variants.values_list("sku", "price_minor", "stock")) == [
        (sku, 1000, 4),
        ("more", 1100, 0),
    ]


def test_a_bad_item_costs_no_good_one(feed: Feed) -> None:
    taken = make_product(external_id="other").variants.get().sku
    make_product(external_id="B1", sizes=("S", "M"))
    size_m = Variant.objects.get(product__external_id="B1", size="M")
    results = feed.send(
        "products",
        SHIRT,
        {"external_id": "C", "title": "No category", "product_type": "Shirts"},
        {**SHIRT, "external_id": "D", "variants": [{"sku": taken, "price": 1}]},
        {**SHIRT, "external_id": "E", "variants": [{"sku": "E", "price": "1.999"}]},
        {**SHIRT, "external_id": "F", "variants": [{"sku": "F", "price": "-1", "stock": "many"}]},
        {**SHIRT, "external_id": "G", "prise": 1},
        {"external_id": "B1", "variants": [{"sku": size_m.sku, "size": "S"}]},
        "nonsense",
        {**SHIRT, "external_id": "H", "variants": [{"sku": "H"}, {"sku": "H"}]},
        {
            "external_id": "I",
            "variants": [{"sku": "I"}],
            "title": "x",
            "category": ["x"],
            "product_type": "x",
        },
    )
    assert _statuses(results) == ["created", *["refused"] * 9]
    assert [[(error["field"], error["code"]) for error in result["errors"]] for result in results[1:]] == [
        [("category", "required")],
        [("external_id", "conflict")],
        [("price", "invalid")],
        [("variants.0.price", "min_value"), ("variants.0.stock", "invalid")],
        [("prise", "unknown_field")],
        [("variants", "conflict")],
        [("", "invalid")],
        [("variants", "twice")],
        [("variants", "required")],
    ]
    assert set(Product.objects.values_list("external_id", flat=True)) == {"other", "A1", "B1"}


@pytest.mark.parametrize("items", [[], [{}] * 101])
def test_a_batch_has_its_size(feed: Feed, items: list[Any]) -> None:
    answer = feed.post("products", *items)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_stock_and_price_are_set_by_sku_and_written_in_the_ledger(feed: Feed) -> None:
    sku = make_product(stock=5, price_minor=1000).variants.get().sku
    said = [{"sku": sku, "stock": 2, "price": "12.50"}, {"sku": "unheard-of", "stock": 1}, {"sku": sku}]
    results = feed.send("variants", *said)
    assert _statuses(results) == ["updated", "refused", "unchanged"]
    assert results[1]["errors"][0]["code"] == "unknown_sku"
    assert _statuses(feed.send("variants", *said)) == ["unchanged", "refused", "unchanged"]
    assert Variant.objects.values_list("stock", "price_minor").get() == (2, 1250)
    assert list(StockMovement.objects.order_by("pk").values_list("delta", flat=True)) == [5, -3]


def test_a_cost_is_kept_in_the_currency_of_its_price(feed: Feed) -> None:
    shirt = SHIRT | {"is_published": True, "variants": [{"sku": "A1-S", "price": "49.90", "cost": "17.31"}]}
    assert _statuses(feed.send("products", shirt, shirt)) == ["created", "unchanged"]
    assert Variant.objects.get().cost_minor == 1731
    said = [{"sku": "A1-S", "cost": "18"}, {"sku": "A1-S", "price": 40}, {"sku": "A1-S", "cost": "1.005"}]
    results = feed.send("variants", *said)
    assert _statuses(results) == ["updated", "updated", "refused"]
    assert results[2]["errors"][0]["field"] == "cost"
    assert Variant.objects.get().cost_minor == 1800
    feed.send("variants", {"sku": "A1-S", "currency": "USD"})
    assert Variant.objects.get().cost_minor is None, "18 euros are not 18 dollars"


def test_queries_of_an_item_do_not_grow_with_its_variants(feed: Feed) -> None:
    feed.send("products", SHIRT)
    counts = []
    for number in (1, 5):
        variants = [{"sku": f"{number}-{size}", "size": str(size), "price": 1} for size in range(number)]
        with CaptureQueriesContext(connection) as queries:
            feed.send("products", {**SHIRT, "external_id": f"Q{number}", "variants": variants})
        counts.append(len(queries))
    assert counts[0] == counts[1]
