"""What the adapter asks of Stripe, over HTTP, and what becomes of the order."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from catalog.models import Variant
from catalog.money import Money
from config.servers.server import free_port
from shop.models import Order, OrderState, Payment, PaymentState, Refund, RefundState, TestCardCharge
from shop.payments import Charge, ProviderTimeout, provider
from shop.payments.stripe_amounts import stripe_amount
from shop.services.payments import (
    ProviderSilent,
    call_off,
    card_secret,
    confirm_payment,
    pay_order,
    settle_open_payments,
)
from shop.services.refunds import NotRefundable, refund_order, settle_pending_refunds
from tests.orders.kit import buy, make_cart, place

from .provider import Stripe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def order_by_card(shirt: Variant, **fields: Any) -> tuple[Order, str]:
    """Placed and begun to be paid; the intent's id."""
    order = buy(shirt, payment_method="stripe", **fields)
    return order, order.payments.get().provider_id


def reread(order: Order) -> str:
    order.refresh_from_db()
    return order.state


def long_ago() -> None:
    Payment.objects.update(updated_at=timezone.now() - timedelta(hours=1))


def test_an_order_begins_one_intent_however_often_it_is_asked_for(shirt: Variant, stripe: Stripe) -> None:
    order, intent = order_by_card(shirt)
    payment = order.payments.get()
    assert payment.state == PaymentState.NEEDS_CONFIRMATION
    provider("stripe").start(Charge.of(payment))
    payment.provider_id = ""
    assert provider("stripe").look_up(Charge.of(payment)).provider_id == intent
    (made,) = stripe.intents()
    assert (made["amount"], made["currency"]) == (2489, "eur")
    assert made["metadata"] == {"reference": str(payment.reference), "order": order.number}
    assert card_secret(order=order) == made["client_secret"]


def test_a_card_that_pays(shirt: Variant, stripe: Stripe) -> None:
    order, intent = order_by_card(shirt)
    confirm_payment(order=order, agreed=True)  # says the browser; Stripe does not
    assert reread(order) == OrderState.PLACED
    stripe.pay(intent)
    confirm_payment(order=order, agreed=True)
    assert reread(order) == OrderState.PAID
    assert card_secret(order=order) == ""


def test_a_card_that_is_declined_leaves_the_order_to_another_card(shirt: Variant, stripe: Stripe) -> None:
    order, intent = order_by_card(shirt)
    assert "error" in stripe.pay(intent, "pm_card_chargeCustomerFail")
    confirm_payment(order=order, agreed=True)
    assert reread(order) == OrderState.PLACED
    assert card_secret(order=order)


def test_who_pays_another_way_has_the_cart_again_and_can_be_charged_no_more(
    shirt: Variant, stripe: Stripe
) -> None:
    order, intent = order_by_card(shirt)
    confirm_payment(order=order, agreed=False)
    assert reread(order) == OrderState.CANCELLED
    assert stripe.intents()[0]["status"] == "canceled"
    assert order.cart
    assert order.cart.lines.get().quantity == 1
    assert "error" in stripe.pay(intent)


def test_who_has_paid_cannot_pay_another_way(shirt: Variant, stripe: Stripe) -> None:
    order, intent = order_by_card(shirt)
    stripe.pay(intent)
    confirm_payment(order=order, agreed=False)
    assert reread(order) == OrderState.PAID


def test_the_sweep_asks_and_stripe_has_the_last_word(shirt: Variant, stripe: Stripe) -> None:
    past = timezone.now() - timedelta(minutes=31)
    paid, intent = order_by_card(shirt)
    late, _ = order_by_card(shirt, now=past)
    paid_late, other_intent = order_by_card(shirt, now=past)
    stripe.pay(intent)
    stripe.pay(other_intent)
    long_ago()
    assert settle_open_payments(now=timezone.now()) == 3
    assert [reread(order) for order in (paid, late, paid_late)] == ["paid", "cancelled", "paid"]


def test_no_answer_is_not_a_refusal(shirt: Variant, stripe: Stripe, settings: Settings) -> None:
    settings.STRIPE_API_URL = f"http://127.0.0.1:{free_port()}"
    order, intent = order_by_card(shirt)
    assert (intent, order.payments.get().state) == ("", PaymentState.NEEDS_CONFIRMATION)
    with pytest.raises(ProviderSilent, match="does not answer"):
        card_secret(order=order)
    settings.STRIPE_API_URL = stripe.url
    stripe.pay(card_secret(order=order).split("_secret_")[0])
    settings.STRIPE_API_URL = f"http://127.0.0.1:{free_port()}"
    assert confirm_payment(order=order, agreed=True).state == PaymentState.PENDING
    with pytest.raises(ProviderSilent):
        call_off(order=order, actor="admin", note="")
    settings.STRIPE_API_URL = stripe.url
    long_ago()
    settle_open_payments(now=timezone.now())
    assert reread(order) == OrderState.PAID
    assert order.payments.get().provider_id


def test_a_sweep_leaves_a_silent_provider_alone_and_its_payments_as_they_are(
    shirt: Variant, stripe: Stripe, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    orders = [order_by_card(shirt)[0] for _ in range(5)]
    paid = buy(
        shirt.product.variants.create(sku="OTHER", size="L", price_minor=1, stock=1),
        payment_choice="time-out",
    )
    settings.STRIPE_API_URL = f"http://127.0.0.1:{free_port()}"
    long_ago()
    TestCardCharge.objects.update(created_at=timezone.now() - timedelta(hours=1))
    caplog.clear()
    assert settle_open_payments(now=timezone.now()) == 1
    assert len([record for record in caplog.records if record.message.startswith("Stripe:")]) == 3
    assert reread(paid) == OrderState.PAID
    assert {order.payments.get().state for order in orders} == {PaymentState.NEEDS_CONFIRMATION}


def test_what_stripe_refuses_to_begin_gives_the_goods_back(
    shirt: Variant, stripe: Stripe, settings: Settings
) -> None:
    settings.STRIPE_SECRET_KEY = "no-key"
    order = place(make_cart(shirt), payment_method="stripe")
    payment = pay_order(order=order)
    assert (payment.state, payment.message) == (PaymentState.FAILED, "This cannot be paid by card.")
    assert reread(order) == OrderState.CANCELLED


def test_refunds_in_parts_and_in_full(shirt: Variant, stripe: Stripe) -> None:
    order, intent = order_by_card(shirt)
    stripe.pay(intent)
    confirm_payment(order=order, agreed=True)
    part = refund_order(order=order, amount=Money(489, "EUR"), actor="admin")
    assert part.state == RefundState.DONE
    provider("stripe").refund(Charge.of(part.payment), amount=part.amount, reference=part.reference)
    assert stripe.refunds(intent) == [489]
    with pytest.raises(NotRefundable):
        refund_order(order=order, amount=Money(2001, "EUR"), actor="admin")
    refund_order(order=order, amount=Money(2000, "EUR"), actor="admin")
    assert sorted(stripe.refunds(intent)) == [489, 2000]
    assert reread(order) == OrderState.REFUNDED


def test_a_refund_without_an_answer_is_made_once(shirt: Variant, stripe: Stripe, settings: Settings) -> None:
    order, intent = order_by_card(shirt)
    stripe.pay(intent)
    confirm_payment(order=order, agreed=True)
    settings.STRIPE_API_URL = f"http://127.0.0.1:{free_port()}"
    refund_order(order=order, amount=Money(2489, "EUR"), actor="admin")
    assert Refund.objects.get().state == RefundState.PENDING
    settings.STRIPE_API_URL = stripe.url
    assert settle_pending_refunds() == 1
    assert stripe.refunds(intent) == [2489]


def test_a_refusal_when_looking_up_tells_nothing_of_the_charge(
    shirt: Variant, stripe: Stripe, settings: Settings
) -> None:
    order, _ = order_by_card(shirt)
    settings.STRIPE_SECRET_KEY = "no-key"
    with pytest.raises(ProviderTimeout):
        provider("stripe").look_up(Charge.of(order.payments.get()))


@pytest.mark.parametrize(
    ("minor", "currency", "amount"),
    [(1999, "EUR", 1999), (500, "KRW", 500), (500, "ISK", 50000), (12340, "KWD", 12340), (5, "UGX", 500)],
)
def test_amounts_are_in_stripes_units(minor: int, currency: str, amount: int) -> None:
    assert stripe_amount(Money(minor, currency)) == amount
