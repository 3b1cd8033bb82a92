"""What a product's page tells search engines and programs that preview links."""

import json
from typing import Any

import pytest
from django.test import Client

from catalog.models import Product
from tests.factories import make_brand, make_category, make_product, make_variant

from .page import Page, read

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


def get(client: Client, product: Product) -> Page:
    return read(client.get(product.get_absolute_url(), {"colour": "Blue"}))


def structured(page: Page) -> list[dict[str, Any]]:
    return [json.loads(text) for text in page.texts("script", type="application/ld+json")]


def meta(page: Page) -> dict[str, str]:
    return {
        tag.attributes["property"]: tag.attributes["content"]
        for tag in page.all("meta")
        if "property" in tag.attributes
    }


def test_the_product_and_its_offer(client: Client) -> None:
    product = make_product(
        title="Linen shirt", brand=make_brand(name="Vela"), description="Cool.", images=2, price_minor=1999
    )
    data, _ = structured(get(client, product))
    assert data["@type"] == "Product"
    assert (data["name"], data["brand"]["name"], data["description"]) == ("Linen shirt", "Vela", "Cool.")
    assert data["url"] == f"{SITE}{product.get_absolute_url()}"
    assert data["image"] == [f"{SITE}{image.file.url}" for image in product.images.all()]
    assert data["offers"] == {
        "@type": "Offer",
        "price": "19.99",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "url": f"{SITE}{product.get_absolute_url()}",
    }


def test_prices_that_differ_are_a_range(client: Client) -> None:
    product = make_product(sizes=["S"], price_minor=1000)
    make_variant(product, size="M", price_minor=1500)
    offer = structured(get(client, product))[0]["offers"]
    assert (offer["@type"], offer["lowPrice"], offer["highPrice"]) == ("AggregateOffer", "10.00", "15.00")


def test_a_sold_out_product_says_so(client: Client) -> None:
    page = get(client, make_product(stock=0))
    assert structured(page)[0]["offers"]["availability"] == "https://schema.org/OutOfStock"
    assert meta(page)["product:availability"] == "out of stock"


def test_a_product_without_variants_offers_nothing(client: Client) -> None:
    page = get(client, make_product(colours=[], images=0))
    assert "offers" not in structured(page)[0]
    assert not {"og:image", "product:price:amount"} & meta(page).keys()


def test_the_way_to_it(client: Client) -> None:
    shirts = make_category(name="Shirts", parent=make_category(name="Clothes"))
    _, way = structured(get(client, make_product(category=shirts)))
    steps = [(step["position"], step["name"]) for step in way["itemListElement"]]
    assert (way["@type"], steps) == ("BreadcrumbList", [(1, "Clothes"), (2, "Shirts")])


def test_links_elsewhere_show_name_picture_and_price(client: Client) -> None:
    product = make_product(title="Linen shirt")
    page = get(client, product)
    shown = meta(page)
    assert (shown["og:type"], shown["og:title"]) == ("product", "Linen shirt")
    assert shown["og:image"].startswith(f"{SITE}/media/")
    assert (shown["product:price:amount"], shown["product:price:currency"]) == ("19.99", "EUR")
    assert page.all("link", rel="canonical", href=f"{SITE}{product.get_absolute_url()}")


def test_nothing_written_by_a_merchant_leaves_the_script(client: Client) -> None:
    evil = '</script><script>alert(1)</script>"'
    product = make_product(title=evil[:60], description=evil, brand=make_brand(name="A & B"))
    response = client.get(product.get_absolute_url())
    assert b"<script>alert" not in response.content
    data = structured(read(response))[0]
    assert (data["name"], data["brand"]["name"]) == (evil[:60], "A & B")
