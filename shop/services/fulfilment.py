"""What happens to an order after it was placed: packed, sent, delivered, or called off."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import MailKind, Order, OrderState, PaymentState
from ..order_states import OrderError, check_transition
from ..payments import Outcome, provider
from .mails import owe_mail
from .order_state import change_state, lock_order
from .payments import call_off, record_outcome


class NotPaid(OrderError):  # noqa: N818 - named for what is the case
    """The order is to be paid before it is packed."""

    def __str__(self) -> str:
        return _("This order is not paid yet.")


class NoTracking(OrderError):  # noqa: N818
    """A parcel on its way has a tracking number."""

    def __str__(self) -> str:
        return _("Give the tracking number.")


@transaction.atomic
def pack_order(*, order: Order, actor: str) -> Order:
    """Raises WrongState and NotPaid."""
    locked = lock_order(order.pk)
    if locked.state == OrderState.PLACED and not provider(locked.payment_method).facts.waits:
        raise NotPaid
    change_state(locked, OrderState.PACKED, actor=actor)
    return locked


@transaction.atomic
def ship_order(*, order: Order, tracking_number: str, actor: str, now: datetime, carrier: str = "") -> Order:
    """Raises WrongState and NoTracking."""
    if not tracking_number.strip():
        raise NoTracking
    locked = lock_order(order.pk)
    locked.tracking_number, locked.carrier = tracking_number.strip(), carrier.strip()
    change_state(locked, OrderState.SHIPPED, actor=actor, note=f"{locked.carrier} {locked.tracking_number}")
    owe_mail(locked, MailKind.SHIPPED, now=now)
    return locked


@transaction.atomic
def deliver_order(*, order: Order, actor: str) -> Order:
    """Raises WrongState."""
    locked = lock_order(order.pk)
    change_state(locked, OrderState.DELIVERED, actor=actor)
    return locked


def cancel_order(*, order: Order, actor: str, note: str = "") -> Order:
    """Call off an order that is not paid; its goods go back. Raises WrongState and ProviderSilent."""
    fresh = Order.objects.get(pk=order.pk)
    if fresh.paid_at:
        raise AlreadyPaid
    check_transition(fresh.state, OrderState.CANCELLED)
    payment = call_off(order=fresh, actor=actor, note=note)
    if payment.state == PaymentState.CAPTURED:
        raise AlreadyPaid
    fresh.refresh_from_db()
    return fresh


def note_payment(*, order: Order, actor: str, now: datetime) -> Order:
    """The money for an invoice has arrived. Raises WrongState where nobody waits for it."""
    payment = order.payments.latest("id")
    if not provider(payment.method).facts.waits or order.state == OrderState.CANCELLED:
        check_transition(order.state, OrderState.PAID)
        raise NotByHand
    record_outcome(payment_id=payment.pk, outcome=Outcome(PaymentState.CAPTURED), actor=actor, now=now)
    order.refresh_from_db()
    return order


class AlreadyPaid(OrderError):  # noqa: N818
    """A paid order is paid back, not cancelled."""

    def __str__(self) -> str:
        return _("This order is paid: pay it back instead.")


class NotByHand(OrderError):  # noqa: N818
    """The provider says when this payment comes."""

    def __str__(self) -> str:
        return _("The payment provider says when this order is paid.")
