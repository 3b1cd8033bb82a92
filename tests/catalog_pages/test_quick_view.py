import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from tests.factories import make_product

from .page import read

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true", "HX-Target": "quick-view"}


def url(product: Product) -> str:
    return f"{product.get_absolute_url()}quick/"


def test_the_dialog_gets_name_pictures_price_and_choice(client: Client) -> None:
    product = make_product(title="Linen shirt", sizes=["S", "M"], images=6)
    response = client.get(url(product), headers=HTMX)
    page = read(response)
    assert not page.all("html")
    assert page.all("div", **{"data-title": "Linen shirt"})
    assert len(page.all("img")) == 4
    assert page.with_class("product__price")[0].text == "€19.99"
    assert [size.text for size in page.with_class("choice--size")] == ["S", "M"]
    assert page.texts("a", href=product.get_absolute_url()) == ["All about it: Linen shirt"]
    assert not page.with_class("buy-bar")


def test_without_a_script_it_is_the_products_page(client: Client) -> None:
    page = read(client.get(url(make_product(title="Linen shirt"))))
    assert page.text("h1") == "Linen shirt"
    assert page.with_class("gallery")


def test_a_change_of_the_choice_stays_in_the_dialog(client: Client) -> None:
    product = make_product(colours=["Blue", "Red"], sizes=["S", "M"])
    headers = {"HX-Request": "true", "HX-Target": f"buy-{product.pk}"}
    response = client.get(url(product), {"colour": "Red", "size": "M"}, headers=headers)
    page = read(response)
    assert "HX-Replace-Url" not in response
    assert page.with_class("buy__choices")[0].attributes["hx-get"] == url(product)
    assert not page.with_class("quick-view")


def test_it_costs_what_the_page_costs(client: Client) -> None:
    product = make_product(sizes=["S", "M", "L"], images=5)
    with CaptureQueriesContext(connection) as captured:
        client.get(url(product), headers=HTMX)
    assert len(captured) == 4


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_can_only_be_read(client: Client, method: str) -> None:
    assert getattr(client, method)(url(make_product())).status_code == 405


def test_an_unknown_product_is_not_found(client: Client) -> None:
    assert client.get("/p/nothing/quick/", headers=HTMX).status_code == 404
