"""The one page that loads Stripe's script, and what it asks the shop for."""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import Client
from pytest_django.fixtures import Settings

from catalog.models import Variant
from shop.models import Order
from tests.orders.kit import buy

from .provider import Stripe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]

SCRIPT = "https://js.stripe.com"


@pytest.fixture
def order(shirt: Variant, stripe: Stripe) -> Order:
    return buy(shirt, payment_method="stripe")


def policy(client: Client, url: str) -> str:
    response = client.get(url)
    assert (SCRIPT in response.content.decode()) == (SCRIPT in response["Content-Security-Policy"])
    return str(response["Content-Security-Policy"])


def test_the_script_is_loaded_while_a_card_is_asked_for_and_nowhere_else(
    order: Order, shirt: Variant, stripe: Stripe, client: Client
) -> None:
    url = order.get_absolute_url()
    allowed = policy(client, url)
    assert f"script-src 'self' {SCRIPT}" in allowed
    assert "connect-src 'self' https://api.stripe.com" in allowed
    client.post("/cart/add/", {"sku": shirt.sku})
    assert SCRIPT not in policy(client, "/checkout/")
    stripe.pay(order.payments.get().provider_id)
    assert client.post(f"{url}confirm/", {"agreed": "yes"})["Location"] == url
    assert SCRIPT not in policy(client, url)
    assert SCRIPT not in policy(client, buy(shirt, payment_method="invoice").get_absolute_url())


def test_without_its_key_stripes_script_is_not_loaded_for_an_older_order_either(
    order: Order, client: Client, settings: Settings
) -> None:
    settings.STRIPE_PUBLISHABLE_KEY = ""
    assert SCRIPT not in policy(client, order.get_absolute_url())


def test_the_privacy_page_names_stripe_where_it_is_offered(
    stripe: Stripe, client: Client, settings: Settings
) -> None:
    assert "fields of Stripe" in client.get("/privacy/").content.decode()
    settings.VITRINE_PAYMENT_METHODS = ["invoice"]
    assert "Stripe" not in client.get("/privacy/").content.decode()


def test_the_page_gets_the_secret_of_its_own_order(order: Order, stripe: Stripe, client: Client) -> None:
    url = f"{order.get_absolute_url()}card/"
    assert client.post(url).json() == {"secret": stripe.intents()[0]["client_secret"]}
    assert client.post(f"/orders/{order.number}/wrong/card/").status_code == 404
    assert client.get(url).status_code == 405
    stripe.pay(order.payments.get().provider_id)
    assert client.post(url).json() == {"secret": ""}


def test_who_cannot_hear_from_stripe_is_told(order: Order, client: Client, settings: Settings) -> None:
    settings.STRIPE_API_URL = "http://127.0.0.1:9"
    response = client.post(f"{order.get_absolute_url()}card/")
    assert response.status_code == 503
    assert "does not answer" in response.json()["problem"]


def test_who_pays_another_way_is_led_back_to_the_checkout(order: Order, client: Client) -> None:
    response = client.post(f"{order.get_absolute_url()}confirm/", {"agreed": "no"}, follow=True)
    assert response.redirect_chain[0][0] == "/checkout/"
    assert "Nothing was charged. Your cart is as it was." in response.content.decode()


@pytest.mark.usefixtures("stripe")
def test_stripe_without_its_keys_is_told_when_the_settings_are_checked(settings: Settings) -> None:
    call_command("check", "shop")
    settings.STRIPE_WEBHOOK_SECRET = ""
    with pytest.raises(SystemCheckError, match="STRIPE_WEBHOOK_SECRET is not set"):
        call_command("check", "shop")
