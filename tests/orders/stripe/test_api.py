"""Paying by card through the API: the app's components get the secret of their own order."""

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from tests.api.guest import Guest
from tests.orders.kit import ADDRESS, buy

from .provider import Stripe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def test_from_the_secret_to_a_paid_order(shirt: Variant, stripe: Stripe, settings: Settings) -> None:
    guest = Guest()
    guest.post("cart/lines/", sku=shirt.sku, quantity=1)
    placed = guest.post(
        "orders/",
        {"Idempotency-Key": "paid-by-card"},
        email="ada@example.com",
        address=vars(ADDRESS),
        payment_method="stripe",
    ).json()
    assert placed["payment"]["state"] == "needs_confirmation"
    url, token = f"orders/{placed['number']}/", {"Order-Token": placed["token"]}
    intent = stripe.intents()[0]
    assert guest.post(f"{url}card/", token).json() == {
        "client_secret": intent["client_secret"],
        "publishable_key": "pk_test_vitrine",
    }
    stripe.pay(intent["id"])
    assert guest.post(f"{url}confirmation/", token, agreed=True).json()["state"] == "paid"
    assert guest.post(f"{url}card/", token).json()["client_secret"] == ""


def test_who_cannot_hear_from_stripe_is_told(shirt: Variant, stripe: Stripe, settings: Settings) -> None:
    order = buy(shirt, payment_method="stripe")
    settings.STRIPE_API_URL = "http://127.0.0.1:9"
    answer = Guest().post(f"orders/{order.number}/card/", {"Order-Token": order.token})
    assert (answer.status_code, answer.json()["code"]) == (503, "payment_provider_silent")
