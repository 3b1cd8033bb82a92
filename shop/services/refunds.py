"""Money that goes back, in full or in part, and the goods that come back with it."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.money import Money

from ..models import (
    MailKind,
    MovementKind,
    Order,
    OrderState,
    Payment,
    PaymentState,
    Refund,
    RefundState,
)
from ..order_states import OrderError
from ..payments import Charge, PaidBack, ProviderTimeout, provider
from .coupons import release_coupon
from .mails import owe_mail
from .order_state import PROVIDER, change_state, lock_order, note_event
from .stock import give_back

logger = logging.getLogger(__name__)

MOST_SILENCES: Final = 3
"""So often a provider may not answer before the rest is left to the next sweep."""


class NotRefundable(OrderError):  # noqa: N818 - named for what is the case
    """The amount is not from the smallest unit to what is left of the payment."""

    def __init__(self, left: Money | None) -> None:
        super().__init__(left)
        self.left = left

    def __str__(self) -> str:
        if self.left is None:
            return _("Nothing was paid for this order.")
        return _("%(left)s of the payment can be paid back.") % {"left": self.left}


class NotReturnable(OrderError):  # noqa: N818
    """More would come back than was sold."""

    def __str__(self) -> str:
        return _("More would go back on the shelf than was sold.")


def refund_order(
    *,
    order: Order,
    amount: Money,
    actor: str,
    reason: str = "",
    returned: Mapping[int, int] | None = None,
) -> Refund:
    """Pay back `amount`, and put `returned` (quantities by line id) back on the shelf.

    Raises NotRefundable and NotReturnable.
    """
    with transaction.atomic():
        locked = lock_order(order.pk)
        payment = (
            Payment.objects.select_for_update().filter(order=locked, state=PaymentState.CAPTURED).first()
        )
        if payment is None:
            raise NotRefundable(None)
        if amount.currency != payment.currency or not 0 < amount.minor <= payment.refundable.minor:
            raise NotRefundable(payment.refundable)
        refund = owe_refund(locked, payment, amount=amount, actor=actor, reason=reason)
        _return_goods(locked, returned or {}, actor=actor, note=reason)
    return settle_refund(refund_id=refund.pk)


def owe_refund(order: Order, payment: Payment, *, amount: Money, actor: str, reason: str) -> Refund:
    """Written down before the provider is asked; order and payment are locked."""
    payment.refunded_minor += amount.minor
    payment.save()
    note = _("To pay back: %(amount)s.") % {"amount": amount}
    note_event(order, actor=actor, note=f"{note} {reason}".strip())
    return Refund.objects.create(payment=payment, amount_minor=amount.minor, actor=actor, reason=reason)


def settle_pending_refunds() -> int:
    """Ask again for refunds that got no answer, until a few get none again; how many came to an end."""
    pending = Refund.objects.filter(state=RefundState.PENDING).order_by("?").values_list("pk", flat=True)
    ended = silences = 0
    for key in list(pending):
        is_over = settle_refund(refund_id=key).state != RefundState.PENDING
        ended, silences = ended + is_over, silences + (not is_over)
        if silences == MOST_SILENCES:
            break
    return ended


def settle_refund(*, refund_id: int) -> Refund:
    """Have the provider pay it back, once; without an answer it stays pending."""
    refund = Refund.objects.select_related("payment__order").get(pk=refund_id)
    payment = refund.payment
    try:
        done = provider(payment.method).refund(
            Charge.of(payment), amount=refund.amount, reference=refund.reference
        )
    except ProviderTimeout:
        logger.warning("No answer about refund %s: it is pending.", refund.reference)
        return refund
    return _settled(refund_id, done=done, now=timezone.now())


def take_in_paid_back(*, payment_id: int) -> None:
    """Note what went back without the shop, such as in the provider's own pages. Raises ProviderTimeout."""
    payment = Payment.objects.select_related("order").get(pk=payment_id)
    said = provider(payment.method).paid_back(Charge.of(payment))
    for pending in payment.refunds.filter(state=RefundState.PENDING):
        settle_refund(refund_id=pending.pk)
    for one in said:
        _take_in(payment_id, one, timezone.now())


def note_money_gone(
    order: Order,
    payment: Payment,
    *,
    amount: Money,
    reason: str,
    now: datetime,
    reference: UUID | None = None,
    is_told: bool = False,
) -> None:
    """It left without the shop's asking; order and payment are locked. The shopper is told where `is_told`.

    What would be more than what is left of the payment is cut to that.
    """
    left = payment.refundable.minor if payment.state == PaymentState.CAPTURED else 0
    minor = min(amount.minor, left) if amount.currency == payment.currency else left
    if not minor:
        return
    payment.refunded_minor += minor
    payment.save()
    refund = Refund.objects.create(
        payment=payment,
        amount_minor=minor,
        state=RefundState.DONE,
        reference=reference or uuid4(),
        actor=PROVIDER,
        reason=reason,
    )
    if is_told:
        owe_mail(order, MailKind.REFUNDED, now=now, detail=str(refund.pk))
    _follow_refund(order, refund)


@transaction.atomic
def _take_in(payment_id: int, said: PaidBack, now: datetime) -> None:
    order = lock_order(Payment.objects.values_list("order_id", flat=True).get(pk=payment_id))
    payment = Payment.objects.select_for_update().get(pk=payment_id)
    if Refund.objects.filter(reference=said.reference).exists():
        return
    waits = payment.refunds.filter(state=RefundState.PENDING).exists()
    if waits and said.amount.minor > payment.refundable.minor:
        raise ProviderTimeout  # one of the shop's own stands in the way that the provider has yet to refuse
    reason = _("Paid back at the payment provider's.")
    note_money_gone(
        order, payment, amount=said.amount, reason=reason, now=now, reference=said.reference, is_told=True
    )


@transaction.atomic
def _settled(refund_id: int, *, done: bool, now: datetime) -> Refund:
    order_id = Refund.objects.values_list("payment__order_id", flat=True).get(pk=refund_id)
    order = lock_order(order_id)
    refund = Refund.objects.select_for_update().get(pk=refund_id)
    if refund.state != RefundState.PENDING:
        return refund
    refund.state = RefundState.DONE if done else RefundState.FAILED
    refund.save()
    if done:
        owe_mail(order, MailKind.REFUNDED, now=now, detail=str(refund.pk))
        _follow_refund(order, refund)
    else:
        Payment.objects.filter(pk=refund.payment_id).update(
            refunded_minor=F("refunded_minor") - refund.amount_minor
        )
        note_event(order, actor=refund.actor, note=_("The provider refused to pay back."))
    return refund


def _follow_refund(order: Order, refund: Refund) -> None:
    payment = Payment.objects.get(pk=refund.payment_id)
    pending = payment.refunds.filter(state=RefundState.PENDING).exists()
    if payment.refundable.minor or pending or order.state == OrderState.CANCELLED:
        note_event(order, actor=refund.actor, note=_("Paid back: %(amount)s.") % {"amount": refund.amount})
        return
    change_state(order, OrderState.REFUNDED, actor=refund.actor, note=refund.reason)
    release_coupon(order)


def _return_goods(order: Order, returned: Mapping[int, int], *, actor: str, note: str) -> None:
    quantities: dict[int, int] = {}
    for line in order.lines.filter(pk__in=returned):
        quantity = returned[line.pk]
        if not 0 <= quantity <= line.quantity - _came_back(order, line.sku):
            raise NotReturnable
        if quantity and line.variant_id:
            quantities[line.variant_id] = quantity
    give_back(order, MovementKind.RETURNED, quantities, actor=actor, note=note)


def _came_back(order: Order, sku: str) -> int:
    back = order.movements.filter(sku=sku, kind=MovementKind.RETURNED)
    return sum(back.values_list("delta", flat=True))
