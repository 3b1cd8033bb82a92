"""The one place where an order's state changes: by the table, with a line of history and a signal."""

from functools import partial
from typing import Final

from django.db import transaction

from ..models import Order, OrderEvent, OrderState
from ..order_states import check_transition
from ..signals import order_cancelled, order_paid, order_refunded

PROVIDER: Final = "payment provider"
"""Who did what no person of the shop did."""

_SIGNALS = {
    OrderState.PAID: order_paid,
    OrderState.CANCELLED: order_cancelled,
    OrderState.REFUNDED: order_refunded,
}


def lock_order(order_id: int) -> Order:
    """As it is now, and until the transaction ends. Raises Order.DoesNotExist."""
    return Order.objects.select_for_update().get(pk=order_id)


def change_state(order: Order, wanted: OrderState, *, actor: str, note: str = "") -> None:
    """Of an order that is locked. Raises WrongState."""
    check_transition(order.state, wanted)
    before, order.state = order.state, wanted
    order.save()
    OrderEvent.objects.create(order=order, from_state=before, to_state=wanted, actor=actor, note=note)
    if signal := _SIGNALS.get(wanted):
        transaction.on_commit(partial(signal.send_robust, sender=Order, order_id=order.pk))


def note_event(order: Order, *, actor: str, note: str) -> None:
    """Something happened, and the state stayed."""
    OrderEvent.objects.create(
        order=order, from_state=order.state, to_state=order.state, actor=actor, note=note
    )
