"""What is done in Stripe's own dashboard, or by a customer's bank, and told by webhook."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from catalog.models import Variant
from catalog.money import Money
from shop.models import Dispute, MailKind, Order, OrderState, OutgoingMail, ProviderEvent, Refund
from shop.services.payments import confirm_payment
from shop.services.provider_news import EVENTS_KEPT, forget_old_events
from shop.services.refunds import NotRefundable, refund_order
from tests.orders.kit import buy

from .provider import Stripe, signed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]

URL = "/payments/stripe/events/"


@pytest.fixture
def order(shirt: Variant, stripe: Stripe) -> Order:
    """Paid by card: €24.89."""
    order = buy(shirt, payment_method="stripe")
    stripe.pay(order.payments.get().provider_id)
    confirm_payment(order=order, agreed=True)
    order.refresh_from_db()
    return order


def tell(client: Client, order: Order, kind: str, **fields: Any) -> int:
    """The answer's status."""
    told = {"payment_intent": order.payments.get().provider_id, "metadata": {}} | fields
    event = {"id": f"evt_{uuid4().hex}", "object": "event", "type": kind, "data": {"object": told}}
    return client.post(URL, **signed(event)).status_code


def tell_of_dispute(client: Client, order: Order, status: str, amount: int = 2489) -> int:
    facts = {"id": "dp_1", "object": "dispute", "currency": "eur", "reason": "fraudulent"}
    return tell(client, order, "charge.dispute.updated", status=status, amount=amount, **facts)


def pay_back(stripe: Stripe, order: Order, amount: int) -> None:
    stripe.post("refunds", payment_intent=order.payments.get().provider_id, amount=amount)


def test_a_refund_from_the_dashboard_is_the_orders_once(order: Order, stripe: Stripe, client: Client) -> None:
    pay_back(stripe, order, 1000)
    for kind, thing in [
        ("charge.refunded", "charge"),
        ("refund.created", "refund"),
        ("charge.refunded", "charge"),
    ]:
        assert tell(client, order, kind, object=thing) == 204
    refund = Refund.objects.get()
    assert (refund.amount_minor, refund.state) == (1000, "done")
    assert order.payments.get().refunded_minor == 1000
    assert order.events.get(note="Paid back: €10.00.").actor == "payment provider"
    assert OutgoingMail.objects.filter(order=order, kind=MailKind.REFUNDED).count() == 1
    pay_back(stripe, order, 1489)
    tell(client, order, "charge.refunded", object="charge")
    order.refresh_from_db()
    assert order.state == OrderState.REFUNDED


def test_a_refund_of_the_shops_own_is_taken_in_by_nobody(order: Order, client: Client) -> None:
    refund_order(order=order, amount=Money(100, "EUR"), actor="admin")
    tell(client, order, "charge.refunded", object="charge")
    assert Refund.objects.get().actor == "admin"


def test_what_went_back_before_the_shop_knew_of_the_payment(
    shirt: Variant, stripe: Stripe, client: Client
) -> None:
    order = buy(shirt, payment_method="stripe")
    stripe.pay(order.payments.get().provider_id)
    pay_back(stripe, order, 2489)
    tell(client, order, "charge.refunded", object="charge")
    order.refresh_from_db()
    assert order.state == OrderState.REFUNDED


def test_while_stripe_is_silent_it_is_to_tell_again(
    order: Order, stripe: Stripe, client: Client, settings: Settings
) -> None:
    pay_back(stripe, order, 1000)
    settings.STRIPE_API_URL = "http://127.0.0.1:9"
    assert tell(client, order, "charge.refunded", object="charge") == 503
    assert not Refund.objects.exists()


@pytest.mark.parametrize(
    ("statuses", "state", "refunded", "told"),
    [
        (["needs_response", "under_review"], "open", 0, 1),
        (["needs_response", "won", "needs_response"], "won", 0, 2),
        (["lost", "needs_response"], "lost", 2489, 2),
        (["warning_needs_response", "warning_closed"], "won", 0, 2),
    ],
)
def test_a_dispute(
    order: Order, client: Client, statuses: list[str], state: str, refunded: int, told: int
) -> None:
    for status in statuses:
        assert tell_of_dispute(client, order, status) == 204
    assert Dispute.objects.get().state == state
    assert order.payments.get().refunded_minor == refunded
    assert not OutgoingMail.objects.filter(kind=MailKind.REFUNDED).exists()
    notes = [event.note for event in order.events.all() if "€24.89" in event.note and "fraud" in event.note]
    assert len(notes) == told


def test_of_a_lost_dispute_nothing_is_paid_back_twice(order: Order, client: Client) -> None:
    refund_order(order=order, amount=Money(1000, "EUR"), actor="admin")
    tell_of_dispute(client, order, "lost")
    order.refresh_from_db()
    assert (order.payments.get().refundable.minor, order.state) == (0, OrderState.REFUNDED)
    with pytest.raises(NotRefundable):
        refund_order(order=order, amount=Money(1, "EUR"), actor="admin")


def test_the_list_of_orders_finds_open_disputes(order: Order, client: Client) -> None:
    tell_of_dispute(client, order, "needs_response")
    client.force_login(User.objects.create_superuser("desk"))
    listed = client.get("/admin/shop/order/", {"dispute": "open"}).content.decode()
    assert order.number in listed
    assert order.number not in client.get("/admin/shop/order/", {"dispute": "lost"}).content.decode()


def test_events_are_forgotten_when_nobody_repeats_them(order: Order, client: Client) -> None:
    tell_of_dispute(client, order, "needs_response")
    now = timezone.now()
    assert forget_old_events(now=now + EVENTS_KEPT - timedelta(minutes=1)) == 0
    assert forget_old_events(now=now + EVENTS_KEPT + timedelta(minutes=1)) == 1
    assert not ProviderEvent.objects.exists()
