import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from shop.models import Cart

pytestmark = pytest.mark.django_db

URL = "/cart/badge/"


def test_empty_cart_has_no_badge(client: Client) -> None:
    response = client.get(URL)
    assert response.content.strip() == b""
    assert not Cart.objects.exists()


def test_badge_counts_items(client: Client, shirt: Variant) -> None:
    client.post("/cart/add/", {"sku": shirt.sku, "quantity": "3"})
    page = client.get(URL).content.decode()
    assert "3" in page
    assert "<html" not in page


def test_badge_is_never_cached(client: Client) -> None:
    assert "no-store" in client.get(URL)["Cache-Control"]


def test_guest_without_a_cart_costs_no_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get(URL)


def test_two_quick_adds_after_the_badge_share_a_cart(client: Client, shirt: Variant) -> None:
    client.get(URL)
    cookie = client.cookies["cart"].value
    for _ in range(2):  # neither has seen the other's answer
        tab = Client(headers={"cookie": f"cart={cookie}"})
        tab.post("/cart/add/", {"sku": shirt.sku})
    assert Cart.objects.count() == 1
    assert b"2" in client.get(URL).content
