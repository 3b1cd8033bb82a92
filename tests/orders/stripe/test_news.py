"""What Stripe tells by webhook: genuine, once, in whatever order it comes."""

import time
from typing import Any
from uuid import uuid4

import pytest
import requests
from django.test import Client
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from catalog.models import Variant
from catalog.money import Money
from shop.models import MailKind, Order, OrderState, OutgoingMail, PaymentState, ProviderEvent, Refund
from shop.services.payments import confirm_payment
from shop.services.refunds import refund_order
from tests.factories import make_product
from tests.orders.kit import buy, make_delivery

from .provider import SECRET, Stripe, shuffled, signed

pytestmark = pytest.mark.django_db

URL = "/payments/stripe/events/"


def event(kind: str, order: Order, status: str, **fields: Any) -> dict[str, Any]:
    payment = order.payments.get()
    intent = {
        "id": payment.provider_id,
        "object": "payment_intent",
        "status": status,
        "metadata": {"reference": str(payment.reference)},
    }
    return {"id": f"evt_{uuid4().hex}", "object": "event", "type": kind, "data": {"object": intent | fields}}


@pytest.fixture
def order(shirt: Variant, stripe: Stripe) -> Order:
    return buy(shirt, payment_method="stripe")


@pytest.mark.usefixtures("holds")
def test_twenty_events_shuffled_and_repeated_change_the_state_once(
    order: Order, stripe: Stripe, client: Client
) -> None:
    intent = order.payments.get().provider_id
    stripe.pay(intent)
    (paid,) = [one for one in stripe.events(intent) if one["type"] == "payment_intent.succeeded"]
    others = [
        event("payment_intent.processing", order, "processing"),
        event("payment_intent.payment_failed", order, "requires_payment_method"),
    ]
    others.append(event("payment_intent.canceled", order, "canceled", id="pi_of_another"))
    for said in [paid, *shuffled([paid, *others], 5)[:19]]:
        assert client.post(URL, **signed(said)).status_code == 204
    order.refresh_from_db()
    assert (order.state, order.payments.get().state) == (OrderState.PAID, PaymentState.CAPTURED)
    assert list(order.events.values_list("to_state", flat=True)) == ["placed", "paid"]
    assert OutgoingMail.objects.filter(order=order, kind=MailKind.PLACED).count() == 1
    assert ProviderEvent.objects.count() == 4


@pytest.mark.parametrize(
    "sent",
    [
        lambda said: signed(said, secret="whsec_another"),
        lambda said: signed(said, at=time.time() - 3600),
        lambda said: signed(said) | {"headers": {}},
        lambda said: signed(said) | {"data": "{}"},
        lambda said: signed("no event"),
    ],
    ids=["another secret", "an hour ago", "unsigned", "another body", "no event"],
)
def test_what_is_not_genuine_changes_nothing(order: Order, client: Client, sent: Any) -> None:
    said = event("payment_intent.succeeded", order, "succeeded")
    assert client.post(URL, **sent(said)).status_code == 400
    order.refresh_from_db()
    assert order.state == OrderState.PLACED


def test_without_a_secret_nothing_is_genuine(order: Order, client: Client, settings: Settings) -> None:
    settings.STRIPE_WEBHOOK_SECRET = ""
    said = event("payment_intent.succeeded", order, "succeeded")
    assert client.post(URL, **signed(said, secret="")).status_code == 400


@pytest.mark.parametrize("metadata", [{}, {"reference": "x"}, {"reference": str(uuid4())}])
def test_what_is_about_nothing_of_the_shops_is_noted(
    order: Order, client: Client, metadata: dict[str, str]
) -> None:
    said = event("payment_intent.succeeded", order, "succeeded", metadata=metadata)
    assert client.post(URL, **signed(said)).status_code == 204
    order.refresh_from_db()
    assert order.state == OrderState.PLACED


@pytest.mark.parametrize(("method", "status"), [("test", 400), ("invoice", 400), ("cowries", 404)])
def test_others_tell_nothing(client: Client, method: str, status: int) -> None:
    assert client.post(f"/payments/{method}/events/", {}).status_code == status


def test_nothing_is_told_by_a_get(client: Client) -> None:
    assert client.get(URL).status_code == 405


def test_a_refund_that_was_pending_is_settled(
    order: Order, stripe: Stripe, client: Client, settings: Settings
) -> None:
    stripe.pay(order.payments.get().provider_id)
    confirm_payment(order=order, agreed=True)
    settings.STRIPE_API_URL = "http://127.0.0.1:9"
    refund = refund_order(order=order, amount=Money(100, "EUR"), actor="admin")
    settings.STRIPE_API_URL = stripe.url
    reference = {"reference": str(refund.reference)}
    said = event("refund.updated", order, "succeeded", object="refund", metadata=reference)
    client.post(URL, **signed(said))
    assert Refund.objects.get().state == "done"


@pytest.mark.django_db(transaction=True)
def test_stripe_itself_tells_the_running_shop(stripe: Stripe, live_server: LiveServer) -> None:
    make_delivery()
    order = buy(make_product(images=0).variants.get(), payment_method="stripe")
    hook = {"url": live_server.url + URL, "secret": SECRET}
    assert requests.post(f"{stripe.url}/_config/webhooks/shop", json=hook, timeout=10).ok
    stripe.pay(order.payments.get().provider_id)
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and order.payments.get().state != PaymentState.CAPTURED:
        time.sleep(0.1)
    order.refresh_from_db()
    assert order.state == OrderState.PAID
