"""The cart as a part of other pages: what htmx asks for and sends."""

import json

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from shop.models import CartLine
from tests.catalog_pages.page import read
from tests.factories import make_product

pytestmark = pytest.mark.django_db

DRAWER = {"HX-Request": "true", "HX-Target": "cart-drawer-body"}
PAGE = {"HX-Request": "true", "HX-Target": "cart"}


def add(client: Client, variant: Variant, quantity: int = 1) -> None:
    client.post("/cart/add/", {"sku": variant.sku, "quantity": quantity})


def test_the_drawer_shows_the_cart_and_is_called_by_its_count(client: Client, shirt: Variant) -> None:
    add(client, shirt, 2)
    page = read(client.get("/cart/drawer/", headers=DRAWER))
    assert not page.all("html")
    assert page.all("div", **{"data-title": "Cart, 2 items"})
    assert page.text("h2") == "Linen shirt"
    assert page.text("dd") == "€39.98"


def test_after_an_add_it_says_what_was_added(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    page = read(client.get("/cart/drawer/", {"added": shirt.sku}, headers=DRAWER))
    assert page.all("div", **{"data-label": "Added: Linen shirt, Blue, M."})
    assert "Added: Linen shirt, Blue, M." in page.texts("p", role="status")
    other = read(client.get("/cart/drawer/", {"added": "<b>\x00"}, headers=DRAWER))
    assert not other.texts("p", role="status")


def test_an_empty_drawer_has_ways_on(client: Client) -> None:
    page = read(client.get("/cart/drawer/", headers=DRAWER))
    assert "Your cart is empty." in page.texts("p")
    assert {link.attributes["href"] for link in page.all("a")} == {"/", "/visual-search/"}


def test_without_htmx_it_is_the_cart_page(client: Client) -> None:
    assert client.get("/cart/drawer/")["Location"] == "/cart/"


@pytest.mark.parametrize(("headers", "target"), [(DRAWER, "#cart-drawer-body"), (PAGE, "#cart")])
def test_a_step_answers_with_the_cart_where_it_was_taken(
    client: Client, shirt: Variant, headers: dict[str, str], target: str
) -> None:
    add(client, shirt, 2)
    sent = {"sku": shirt.sku, "quantity": "2", "step": "1"}
    response = client.post("/cart/change/", sent, headers=headers)
    page = read(response)
    assert "Changed: 3 of Linen shirt, Blue, M." in page.texts("p", role="status")
    assert {form.attributes["hx-target"] for form in page.all("form")} == {target}
    assert json.loads(response["HX-Trigger-After-Swap"])["cart-changed"]["mark"] == "In cart (3)"
    assert "HX-Target" in response["Vary"]


def test_a_step_works_without_a_script(client: Client, shirt: Variant) -> None:
    add(client, shirt, 2)
    client.post("/cart/change/", {"sku": shirt.sku, "quantity": "2", "step": "-1"})
    assert CartLine.objects.get().quantity == 1


@pytest.mark.parametrize("step", ["abc", "-2", "99"])
def test_a_step_that_leads_nowhere_is_refused(client: Client, shirt: Variant, step: str) -> None:
    add(client, shirt, 2)
    response = client.post("/cart/change/", {"sku": shirt.sku, "quantity": "2", "step": step}, headers=DRAWER)
    assert response.status_code == 422
    assert read(response).texts("p", role="alert")
    assert CartLine.objects.get().quantity == 2


def test_remove_offers_undo_and_undo_puts_back(client: Client, shirt: Variant) -> None:
    add(client, shirt, 2)
    response = client.post("/cart/remove/", {"sku": shirt.sku}, headers=DRAWER)
    page = read(response)
    assert "Removed: Linen shirt, Blue, M." in page.texts("span", role="status")
    assert json.loads(response["HX-Trigger-After-Swap"])["cart-changed"]["mark"] == ""
    undo = {field.attributes["name"]: field.attributes["value"] for field in page.all("input", type="hidden")}
    client.post("/cart/add/", undo, headers=DRAWER)
    assert CartLine.objects.get().quantity == 2


def test_the_drawer_costs_the_same_for_more_lines(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        for _ in range(3):
            add(client, make_product().variants.get())
        with django_assert_num_queries(3):  # cart, lines, images
            client.get("/cart/drawer/", headers=DRAWER)
