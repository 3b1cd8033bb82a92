"""/api/v1/carts/, /api/v1/cart/ and its lines"""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product, Variant
from shop.guest_tokens import key_of
from shop.models import Cart, CartLine
from shop.services import cart as services
from tests.factories import make_product, make_variant

from .guest import Guest

pytestmark = pytest.mark.django_db


@pytest.fixture
def shirt() -> Variant:
    """Five in stock at €19.99."""
    return make_product(title="Linen shirt").variants.get()


def test_no_row_before_the_first_line_and_no_token_in_it(shirt: Variant) -> None:
    guest = Guest()
    assert guest.get("cart/").json() == {"items": 0, "totals": [], "coupon": None, "lines": []}
    assert not Cart.objects.exists()
    guest.post("cart/lines/", sku=shirt.sku, quantity=1)
    kept = Cart.objects.get()
    assert kept.token == key_of(guest.token)
    assert str(kept.token) not in guest.token
    assert guest.token not in str(Cart.objects.values())


def test_lines(shirt: Variant) -> None:
    guest = Guest()
    added = guest.post("cart/lines/", sku=shirt.sku, quantity=2)
    assert added.status_code == 201
    (line,) = added.json()["lines"]
    assert (line["title"], line["choice"], line["quantity"]) == ("Linen shirt", "Blue, M", 2)
    assert (line["total"]["amount"], line["state"]) == ("39.98", "available")
    assert "no-store" in added["Cache-Control"]
    assert guest.post("cart/lines/", sku=shirt.sku, quantity=1).json()["items"] == 3
    changed = guest.patch(f"cart/lines/{shirt.sku}/", quantity=5)
    assert (changed.status_code, changed.json()["totals"][0]["amount"]) == (200, "99.95")
    assert guest.delete(f"cart/lines/{shirt.sku}/").json()["lines"] == []
    assert guest.delete(f"cart/lines/{shirt.sku}/").json()["code"] == "not_in_cart"


def test_guests_do_not_see_each_others(shirt: Variant) -> None:
    one, other = Guest(), Guest()
    one.post("cart/lines/", sku=shirt.sku, quantity=1)
    assert other.get("cart/").json()["items"] == 0
    assert other.patch(f"cart/lines/{shirt.sku}/", quantity=2).status_code == 404


@pytest.mark.parametrize("token", ["made-up", "made:up", "a" * 200, "é"])
def test_a_token_of_ones_own(token: str) -> None:
    refused = Client().get("/api/v1/cart/", headers={"Guest-Token": token})
    assert (refused.status_code, refused.json()["code"]) == (401, "invalid_token")
    assert refused["WWW-Authenticate"] == "Bearer"


def test_the_token_of_the_pages_opens_nothing_here(client: Client, shirt: Variant) -> None:
    client.post("/cart/add/", {"sku": shirt.sku})
    for token in (client.cookies["cart"].value, str(Cart.objects.get().token)):
        assert Guest(token).get("cart/").status_code == 401


def test_without_a_token() -> None:
    refused = Client().get("/api/v1/cart/")
    assert (refused.status_code, refused.json()["code"]) == (401, "not_authenticated")


REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "no such": ({"sku": "none"}, 422, "unknown_sku"),
    "too many of them": ({"quantity": 6}, 422, "not_enough_stock"),
    "none of them": ({"quantity": 0}, 400, "invalid"),
    "a hundred": ({"quantity": 100}, 400, "invalid"),
    "half of one": ({"quantity": 1.5}, 400, "invalid"),
    "no number": ({"quantity": "many"}, 400, "invalid"),
    "a huge number": ({"quantity": 10**400}, 400, "invalid"),
    "no SKU": ({"sku": ""}, 400, "invalid"),
    "a NUL": ({"sku": "\x00"}, 400, "invalid"),
    "half a letter": ({"sku": "\ud800"}, 400, "invalid"),
}


@pytest.mark.parametrize(("body", "status", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_refusals(body: dict[str, Any], status: int, code: str, shirt: Variant) -> None:
    refused = Guest().post("cart/lines/", **{"sku": shirt.sku, "quantity": 1, **body})
    assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert not Cart.objects.exists()


BODIES = {
    "no JSON": (b"{", 400, "parse_error"),
    "a list": (b"[]", 400, "invalid"),
    "deep": (b"[" * 100_000, 400, "parse_error"),
    "not UTF-8": (b'{"sku": "\xff"}', 400, "parse_error"),
    "NaN": (b'{"quantity": NaN}', 400, "parse_error"),
    "a long number": (b'{"quantity": ' + b"9" * 5000 + b"}", 400, "parse_error"),
    "three megabytes": (b'"' + b"x" * 3_000_000 + b'"', 413, "too_large"),
}


@pytest.mark.parametrize(("body", "status", "code"), BODIES.values(), ids=BODIES.keys())
def test_bodies(client: Client, body: bytes, status: int, code: str) -> None:
    headers = {"Guest-Token": Guest().token}
    refused = client.post("/api/v1/cart/lines/", body, "application/json", headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_another_content_type(client: Client) -> None:
    headers = {"Guest-Token": Guest().token}
    refused = client.post("/api/v1/cart/lines/", "sku=a", "text/plain", headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (415, "unsupported_media_type")


def test_a_full_cart(shirt: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MAX_LINES", 1)
    guest = Guest()
    guest.post("cart/lines/", sku=shirt.sku, quantity=1)
    other = make_variant(shirt.product, size="L")
    refused = guest.post("cart/lines/", sku=other.sku, quantity=1)
    assert (refused.status_code, refused.json()["code"]) == (422, "cart_full")
    assert guest.post("cart/lines/", sku=shirt.sku, quantity=1).json()["items"] == 2


def test_what_is_not_sold_any_more_stays_in_sight(shirt: Variant) -> None:
    guest = Guest()
    guest.post("cart/lines/", sku=shirt.sku, quantity=1)
    Product.objects.update(is_published=False)
    (line,) = guest.get("cart/").json()["lines"]
    assert (line["state"], line["counted"]) == ("withdrawn", 0)


def test_queries_for_any_number_of_lines(
    shirt: Variant, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    guest = Guest()
    for product in (shirt.product, *(make_product() for _ in range(4))):
        guest.post("cart/lines/", sku=product.variants.get().sku, quantity=1)
    assert CartLine.objects.count() == 5
    with django_assert_num_queries(3):
        assert len(guest.get("cart/").json()["lines"]) == 5
