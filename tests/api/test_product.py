"""GET /api/v1/products/{slug}/"""

import pytest
from django.test import Client

from tests.factories import make_brand, make_category, make_product, make_variant

pytestmark = pytest.mark.django_db


def url(slug: str) -> str:
    return f"/api/v1/products/{slug}/"


def test_a_product(client: Client) -> None:
    root = make_category(name="Women")
    product = make_product(
        title="Linen shirt",
        category=make_category(name="Shirts", parent=root),
        brand=make_brand(name="Moss"),
        images=2,
        attributes={"fabric": "Linen"},
        gender="women",
    )
    make_variant(product, colour="Red", size="L", price_minor=2500, stock=0)
    found = client.get(url(product.slug)).json()
    assert (found["title"], found["brand"], found["type"], found["gender"]) == (
        *("Linen shirt", "Moss", "Shirt"),
        "women",
    )
    assert [crumb["name"] for crumb in found["categories"]] == ["Women", "Shirts"]
    assert (found["price"]["amount"], found["price_varies"], found["in_stock"]) == ("19.99", True, True)
    assert [(each["colour"], each["size"], each["stock"]) for each in found["variants"]] == [
        ("Blue", "M", 5),
        ("Red", "L", 0),
    ]
    assert found["facts"] == [{"name": "Fabric", "value": "Linen"}]
    assert [(each["image"]["width"], each["image"]["height"]) for each in found["images"]] == [(48, 64)] * 2


def test_without_brand_or_variants(client: Client) -> None:
    found = client.get(url(make_product(colours=[], images=0).slug)).json()
    assert (found["brand"], found["price"], found["variants"], found["images"]) == ("", None, [], [])


def test_what_is_not_there(client: Client) -> None:
    assert client.get(url("none")).json()["code"] == "not_found"
    gone = client.get(url(make_product(is_published=False).slug))
    assert (gone.status_code, gone.json()["code"]) == (410, "withdrawn")


def test_an_answer_that_still_holds_is_not_sent_again(client: Client) -> None:
    product = make_product()
    etag = client.get(url(product.slug))["ETag"]
    assert client.get(url(product.slug), headers={"If-None-Match": etag}).status_code == 304
    product.variants.update(stock=0)
    assert client.get(url(product.slug), headers={"If-None-Match": etag}).status_code == 200
