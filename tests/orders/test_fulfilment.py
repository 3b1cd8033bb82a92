from collections.abc import Callable

import pytest
from django.utils import timezone

from catalog.models import Variant
from shop.models import MailKind, Order, OrderState, OutgoingMail, PaymentState
from shop.order_states import TRANSITIONS, WrongState
from shop.services.fulfilment import (
    AlreadyPaid,
    NotByHand,
    NotPaid,
    NoTracking,
    cancel_order,
    deliver_order,
    note_payment,
    pack_order,
    ship_order,
)

from .kit import buy

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def ship(order: Order, tracking_number: str = "TRACK1") -> Order:
    return ship_order(
        order=order, tracking_number=tracking_number, carrier="DHL", actor="admin", now=timezone.now()
    )


def test_from_paid_to_delivered(shirt: Variant) -> None:
    order = buy(shirt)
    pack_order(order=order, actor="admin")
    ship(order)
    order = deliver_order(order=order, actor="admin")
    assert (order.state, order.tracking_number) == (OrderState.DELIVERED, "TRACK1")
    assert [(event.to_state, event.actor) for event in order.events.all()] == [
        ("placed", "shopper"),
        ("paid", "payment provider"),
        ("packed", "admin"),
        ("shipped", "admin"),
        ("delivered", "admin"),
    ]
    kinds = OutgoingMail.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == [MailKind.PLACED, MailKind.SHIPPED]


def test_an_invoice_is_sent_before_it_is_paid(shirt: Variant) -> None:
    order = buy(shirt, payment_method="invoice")
    pack_order(order=order, actor="admin")
    ship(order)
    order = note_payment(order=order, actor="admin", now=timezone.now())
    assert order.state == OrderState.SHIPPED
    assert order.paid_at
    assert order.payments.get().state == PaymentState.CAPTURED


def test_an_invoice_that_is_paid_at_once(shirt: Variant) -> None:
    order = note_payment(order=buy(shirt, payment_method="invoice"), actor="admin", now=timezone.now())
    assert order.state == OrderState.PAID


def test_a_card_order_is_paid_before_it_is_packed(shirt: Variant) -> None:
    order = buy(shirt, payment_choice="confirm")
    with pytest.raises(NotPaid):
        pack_order(order=order, actor="admin")
    with pytest.raises(NotByHand):
        note_payment(order=order, actor="admin", now=timezone.now())


def test_a_parcel_has_a_tracking_number(shirt: Variant) -> None:
    order = pack_order(order=buy(shirt), actor="admin")
    with pytest.raises(NoTracking):
        ship(order, " ")


def test_cancelling_an_unpaid_order_gives_all_back(shirt: Variant) -> None:
    order = pack_order(order=buy(shirt, quantity=3, payment_method="invoice"), actor="admin")
    order = cancel_order(order=order, actor="admin", note="asked for")
    shirt.refresh_from_db()
    assert (order.state, shirt.stock) == (OrderState.CANCELLED, 5)
    assert order.events.last().note == "asked for"  # type: ignore[union-attr]
    assert OutgoingMail.objects.filter(kind=MailKind.CANCELLED).count() == 1


def test_a_paid_order_is_not_cancelled(shirt: Variant) -> None:
    with pytest.raises(AlreadyPaid):
        cancel_order(order=buy(shirt), actor="admin")


@pytest.mark.parametrize("state", OrderState)
def test_what_the_table_does_not_name_is_refused(shirt: Variant, state: OrderState) -> None:
    order = buy(shirt)
    Order.objects.update(state=state)
    order.events.create(from_state=order.state, to_state=state, actor="test")
    acts: dict[OrderState, Callable[[], object]] = {
        OrderState.PACKED: lambda: pack_order(order=order, actor="admin"),
        OrderState.SHIPPED: lambda: ship(order),
        OrderState.DELIVERED: lambda: deliver_order(order=order, actor="admin"),
    }
    for wanted, act in acts.items():
        if wanted not in TRANSITIONS[state]:
            with pytest.raises(WrongState):
                act()
    if state in (OrderState.CANCELLED, OrderState.REFUNDED):
        Order.objects.update(state=OrderState.PAID)
        order.events.create(from_state=state, to_state=OrderState.PAID, actor="test")
