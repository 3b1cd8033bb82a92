from typing import Any

import pytest
from django.core import signing
from django.test import Client

from catalog.models import Variant
from shop.models import Cart

pytestmark = pytest.mark.django_db

COOKIE = "cart"


def add(client: Client, shirt: Variant) -> None:
    client.post("/cart/add/", {"sku": shirt.sku})


def test_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    cookie = client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 90 * 24 * 3600


@pytest.mark.parametrize("secure", [True, False])
def test_cookie_is_as_secure_as_the_session(
    client: Client, shirt: Variant, settings: Any, secure: bool
) -> None:
    settings.SESSION_COOKIE_SECURE = secure
    add(client, shirt)
    assert bool(client.cookies[COOKIE]["secure"]) is secure


def test_forged_cookie_finds_no_cart(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    token = str(Cart.objects.get().token)
    other_salt = signing.get_cookie_signer(salt="another").sign(token)
    for forged in (token, f"{token}:x:y", other_salt, "", "\xff"):
        thief = Client()
        thief.cookies[COOKIE] = forged
        assert "Your cart is empty." in thief.get("/cart/").content.decode()


def test_add_with_a_forged_cookie_makes_a_cart_of_its_own(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    thief = Client()
    thief.cookies[COOKIE] = str(Cart.objects.get().token)
    add(thief, shirt)
    assert Cart.objects.count() == 2


def test_lost_cart_row_is_made_again(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    token = Cart.objects.get().token
    Cart.objects.all().delete()
    add(client, shirt)
    assert Cart.objects.get().token == token
