from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.models import Variant
from shop.models import (
    Cart,
    MailKind,
    Order,
    OrderState,
    OutgoingMail,
    Payment,
    PaymentState,
    Refund,
    RefundState,
    TestCardCharge,
)
from shop.payments import Outcome
from shop.services.fulfilment import AlreadyPaid, cancel_order
from shop.services.payments import confirm_payment, pay_order, record_outcome, settle_open_payments
from shop.signals import order_paid

from .kit import buy, make_cart, place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def mails(order: Order) -> list[str]:
    return sorted(OutgoingMail.objects.filter(order=order).values_list("kind", flat=True))


def later(minutes: float) -> None:
    """All that is open was last touched so long ago."""
    then = timezone.now() - timedelta(minutes=minutes)
    Payment.objects.update(updated_at=then)
    TestCardCharge.objects.update(created_at=then)


def test_a_refusal_gives_everything_back(shirt: Variant) -> None:
    cart = make_cart(shirt, quantity=2)
    order = place(cart, payment_choice="fail")
    payment = pay_order(order=order)
    order.refresh_from_db()
    shirt.refresh_from_db()
    assert payment.state == PaymentState.FAILED
    assert payment.message == "The card was declined. Nothing was charged."
    assert order.state == OrderState.CANCELLED
    assert shirt.stock == 5
    assert cart.lines.get().quantity == 2
    assert mails(order) == []


def test_a_refusal_adds_to_what_is_in_the_cart_by_then(shirt: Variant) -> None:
    cart = make_cart(shirt)
    order = place(cart, payment_choice="fail")
    cart.lines.create(variant=shirt, quantity=3)
    pay_order(order=order)
    assert cart.lines.get().quantity == 4


def test_a_refusal_after_the_cart_has_gone(shirt: Variant) -> None:
    order = place(make_cart(shirt), payment_choice="fail")
    Cart.objects.all().delete()
    assert pay_order(order=order).state == PaymentState.FAILED


@pytest.mark.parametrize(("agreed", "state"), [(True, OrderState.PAID), (False, OrderState.CANCELLED)])
def test_a_confirmation_decides(shirt: Variant, agreed: bool, state: OrderState) -> None:
    order = buy(shirt, payment_choice="confirm")
    assert order.state == OrderState.PLACED
    confirm_payment(order=order, agreed=agreed)
    confirm_payment(order=order, agreed=not agreed)  # too late
    order.refresh_from_db()
    assert order.state == state


def test_no_answer_is_not_a_refusal(shirt: Variant) -> None:
    order = buy(shirt, payment_choice="time-out")
    assert order.state == OrderState.PLACED
    assert order.payments.get().state == PaymentState.PENDING
    assert mails(order) == []
    assert settle_open_payments(now=timezone.now()) == 0
    later(2)
    assert settle_open_payments(now=timezone.now()) == 1
    order.refresh_from_db()
    assert order.state == OrderState.PAID
    assert mails(order) == [MailKind.PLACED]


def test_what_was_not_paid_in_time_goes_back(shirt: Variant) -> None:
    order = place(make_cart(shirt), payment_choice="confirm", now=timezone.now() - timedelta(minutes=31))
    pay_order(order=order)
    later(31)
    settle_open_payments(now=timezone.now())
    order.refresh_from_db()
    shirt.refresh_from_db()
    assert order.state == OrderState.CANCELLED
    assert shirt.stock == 5
    assert mails(order) == [MailKind.CANCELLED]


def test_a_shop_that_died_before_the_charge_lets_go_in_time(shirt: Variant) -> None:
    place(make_cart(shirt), now=timezone.now() - timedelta(minutes=31))
    later(31)
    settle_open_payments(now=timezone.now())
    shirt.refresh_from_db()
    assert shirt.stock == 5
    assert not TestCardCharge.objects.exists()


def test_a_shop_that_died_after_the_charge_hears_of_it_once(shirt: Variant) -> None:
    order = place(make_cart(shirt))
    payment = order.payments.get()
    TestCardCharge.objects.create(
        reference=payment.reference,
        amount_minor=payment.amount_minor,
        currency="EUR",
        outcome="succeed",
        state=PaymentState.CAPTURED,
    )
    pay_order(order=order)
    order.refresh_from_db()
    assert order.state == OrderState.PAID
    assert TestCardCharge.objects.count() == 1


def test_saying_it_again_and_out_of_order_changes_nothing(shirt: Variant) -> None:
    order = buy(shirt)
    payment = order.payments.get()
    for state in (PaymentState.CAPTURED, PaymentState.PENDING, PaymentState.FAILED, PaymentState.CANCELLED):
        record_outcome(payment_id=payment.pk, outcome=Outcome(state))
    order.refresh_from_db()
    assert order.state == OrderState.PAID
    assert order.events.count() == 2
    assert mails(order) == [MailKind.PLACED]


def test_money_that_comes_after_the_cancellation_goes_back(shirt: Variant) -> None:
    order = buy(shirt, payment_choice="confirm")
    payment = order.payments.get()
    cancel_order(order=order, actor="admin")
    TestCardCharge.objects.update(state=PaymentState.CAPTURED)
    record_outcome(payment_id=payment.pk, outcome=Outcome(PaymentState.CAPTURED))
    order.refresh_from_db()
    assert order.state == OrderState.CANCELLED
    assert Refund.objects.get().state == RefundState.DONE
    assert Payment.objects.get().refundable.minor == 0


def test_a_paid_order_is_not_cancelled(shirt: Variant) -> None:
    with pytest.raises(AlreadyPaid):
        cancel_order(order=buy(shirt), actor="admin")


def test_who_listens_hears_of_the_payment(shirt: Variant, django_capture_on_commit_callbacks) -> None:  # type: ignore[no-untyped-def]
    heard: list[int] = []

    def listen(order_id: int, **kwargs: object) -> None:
        heard.append(order_id)

    order_paid.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        order = buy(shirt)
    order_paid.disconnect(listen)
    assert heard == [order.pk]
