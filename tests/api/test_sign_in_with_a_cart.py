"""Signing in through the API brings along the cart and wish-list whose token is shown, and no other."""

import pytest
from django.test import Client

from catalog.models import Variant
from shop.models import Cart, WishList
from tests.accounts.people import make_customer
from tests.factories import make_product

from .customer import Customer, sign_in
from .guest import Guest

pytestmark = pytest.mark.django_db


@pytest.fixture
def shirt() -> Variant:
    """Five in stock at €19.99."""
    return make_product(title="Linen shirt").variants.get()


def test_both_come_together_and_the_token_opens_nothing_any_more(shirt: Variant) -> None:
    guest, user = Guest(), make_customer()
    Customer(user).post("cart/lines/", sku=shirt.sku, quantity=1)
    guest.post("cart/lines/", sku=shirt.sku, quantity=2)
    guest.put(f"wishlist/{shirt.product.slug}/")
    customer = Customer(user, guest.headers)
    assert customer.get("cart/").json()["items"] == 3
    assert len(customer.get("wishlist/").json()["results"]) == 1
    assert guest.get("cart/").json()["items"] == 0
    assert guest.get("wishlist/").json()["results"] == []
    assert not Cart.objects.filter(customer=None).exists()
    assert not WishList.objects.filter(customer=None).exists()
    rotated = Guest(customer.tokens["guest_token"])
    assert rotated.token != guest.token
    assert rotated.get("cart/").json()["items"] == 0


def test_without_the_token_nothing_comes_along(shirt: Variant) -> None:
    guest = Guest()
    guest.post("cart/lines/", sku=shirt.sku, quantity=1)
    assert Customer().get("cart/").json()["items"] == 0
    assert guest.get("cart/").json()["items"] == 1


def test_a_made_up_token_is_refused_before_the_password_is_looked_at(shirt: Variant) -> None:
    answer = sign_in(make_customer().email, headers={"Guest-Token": "made:up"})
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_token")


def test_a_wrong_password_leaves_the_guest_everything(shirt: Variant) -> None:
    guest = Guest()
    guest.post("cart/lines/", sku=shirt.sku, quantity=1)
    assert sign_in(make_customer().email, "wrong", headers=guest.headers).status_code == 400
    assert guest.get("cart/").json()["items"] == 1


def test_a_browsers_cart_is_not_an_apps(shirt: Variant) -> None:
    client, user = Client(), make_customer()
    client.post("/cart/add/", {"sku": shirt.sku})
    sign_in(user.email, client=client)
    assert Cart.objects.filter(customer=None).count() == 1
