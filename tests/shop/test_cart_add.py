import json

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Variant
from shop.models import Cart, CartLine

pytestmark = pytest.mark.django_db

URL = "/cart/add/"
HTMX = {"HX-Request": "true"}


def test_add_returns_to_where_the_shopper_was_and_says_so(client: Client, shirt: Variant) -> None:
    response = client.post(URL, {"sku": shirt.sku, "quantity": "2", "next": "/?page=2"})
    assert (response.status_code, response["Location"]) == (303, "/?page=2")
    assert CartLine.objects.get().quantity == 2
    page = client.get("/").content.decode()
    assert "Added: Linen shirt, Blue, M. 2 items in cart." in page


def test_quantity_is_one_unless_given(client: Client, shirt: Variant) -> None:
    client.post(URL, {"sku": shirt.sku})
    assert CartLine.objects.get().quantity == 1


def test_second_add_finds_the_same_cart(client: Client, shirt: Variant) -> None:
    client.post(URL, {"sku": shirt.sku})
    client.post(URL, {"sku": shirt.sku})
    assert Cart.objects.count() == 1
    assert CartLine.objects.get().quantity == 2


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/\n/x",
    ],
)
def test_next_outside_the_shop_becomes_the_cart(client: Client, shirt: Variant, elsewhere: str) -> None:
    response = client.post(URL, {"sku": shirt.sku, "next": elsewhere})
    assert response["Location"] == reverse("shop:cart")


@pytest.mark.parametrize("quantity", ["0", "-1", "1000000000", "100", "abc", "1.5", "9" * 5000, "1\x00"])
def test_bad_quantity_is_refused_in_words(client: Client, shirt: Variant, quantity: str) -> None:
    response = client.post(URL, {"sku": shirt.sku, "quantity": quantity, "next": "/"})
    assert response.status_code == 422
    assert "quantity" in response.content.decode()
    assert not Cart.objects.exists()


@pytest.mark.parametrize("sku", ["nothing", "", "a" * 5000, "\x00"])
def test_bad_sku_is_refused(client: Client, sku: str, db: None) -> None:
    response = client.post(URL, {"sku": sku})
    assert response.status_code == 422
    assert not Cart.objects.exists()


def test_refusal_offers_the_way_back(client: Client, shirt: Variant) -> None:
    response = client.post(URL, {"sku": shirt.sku, "quantity": "6", "next": "/search/?q=linen"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "Only 5 left of Linen shirt, Blue, M." in page
    assert 'href="/search/?q=linen"' in page


def test_htmx_gets_the_status_and_tells_the_badge(client: Client, shirt: Variant) -> None:
    response = client.post(URL, {"sku": shirt.sku, "next": "/"}, headers=HTMX)
    page = response.content.decode()
    told = json.loads(response["HX-Trigger-After-Swap"])["cart-changed"]
    assert told == {"product": shirt.product_id, "sku": shirt.sku, "mark": "In cart (1)"}
    assert "Added: Linen shirt, Blue, M. 1 item in cart." in page
    assert "<html" not in page


def test_htmx_refusal_is_the_reason_alone(client: Client, shirt: Variant) -> None:
    response = client.post(URL, {"sku": shirt.sku, "quantity": "0"}, headers=HTMX)
    page = response.content.decode()
    assert response.status_code == 422
    assert "HX-Trigger-After-Swap" not in response
    assert "Choose a quantity from 1 to 99." in page
    assert "<html" not in page


def test_markup_in_a_title_is_printed_as_text(client: Client, shirt: Variant) -> None:
    shirt.product.title = "<script>alert(1)</script>"
    shirt.product.save()
    page = client.post(URL, {"sku": shirt.sku}, headers=HTMX).content.decode()
    assert "<script>" not in page


def test_only_post_adds(client: Client, shirt: Variant) -> None:
    assert client.get(URL, {"sku": shirt.sku}).status_code == 405
    assert not Cart.objects.exists()


def test_add_without_a_csrf_token_is_refused(shirt: Variant) -> None:
    response = Client(enforce_csrf_checks=True).post(URL, {"sku": shirt.sku})
    assert response.status_code == 403
    assert not Cart.objects.exists()
