"""What payment providers say, and what it means for an order.

A provider is asked outside of any transaction and by a reference that is committed before: whoever is killed
between the charge and the commit asks again and hears of the same charge. No answer is not a refusal: the
payment stays pending until the provider says what became of it.
"""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import OPEN_PAYMENTS, MailKind, Order, OrderState, Payment, PaymentState
from ..order_states import OrderError
from ..payments import Charge, Outcome, Provider, ProviderTimeout, provider
from .carts_again import put_back_into_cart
from .coupons import release_coupon
from .mails import owe_mail
from .order_state import PROVIDER, change_state, lock_order, note_event
from .refunds import MOST_SILENCES, owe_refund, settle_refund
from .stock import release_reserved, sell_reserved

logger = logging.getLogger(__name__)

ASK_AGAIN_AFTER: Final = timedelta(seconds=30)
_UNPAID: Final = (OrderState.PLACED, OrderState.PACKED)

Ask = Callable[[Provider, Charge], Outcome]


class ProviderSilent(OrderError):  # noqa: N818 - named for what is the case
    """The provider does not answer, so that nothing was changed."""

    def __str__(self) -> str:
        return _("The payment provider does not answer. Try again in a while.")


def pay_order(*, order: Order) -> Payment:
    """Charge what the order costs, unless it was charged before; the payment as it is then."""
    payment = order.payments.latest("id")
    if payment.state not in (PaymentState.CREATED, PaymentState.PENDING):
        return payment
    if not payment.amount_minor:
        return record_outcome(payment_id=payment.pk, outcome=Outcome(PaymentState.CAPTURED))
    return _ask(payment, lambda provider, charge: provider.start(charge))


def confirm_payment(*, order: Order, agreed: bool) -> Payment:
    """The shopper's answer where the provider asked for one."""
    payment = order.payments.latest("id")
    if payment.state != PaymentState.NEEDS_CONFIRMATION:
        return payment
    return _ask(payment, lambda provider, charge: provider.confirm(charge, agreed=agreed))


def card_secret(*, order: Order) -> str:
    """What the shopper's browser pays with, by the provider's own script; empty where it has nothing to do.

    Raises ProviderSilent.
    """
    payment = order.payments.latest("id")
    if payment.state != PaymentState.NEEDS_CONFIRMATION:
        return ""
    try:
        return provider(payment.method).client_secret(Charge.of(payment))
    except ProviderTimeout as error:
        raise ProviderSilent from error


def settle_open_payments(*, now: datetime) -> int:
    """Ask after every payment that is undecided, and call off what nobody paid in time; how many changed.

    In no order, and of a provider that is silent a few times no more: whoever waits behind it has their turn.
    """
    waiting = Payment.objects.filter(state__in=OPEN_PAYMENTS, updated_at__lte=now - ASK_AGAIN_AFTER)
    silences: Counter[str] = Counter()
    changed = 0
    for payment in waiting.select_related("order__reservation").order_by("?"):
        if provider(payment.method).facts.waits or silences[payment.method] >= MOST_SILENCES:
            continue
        try:
            changed += _settle(payment, now).state != payment.state
        except ProviderTimeout:
            silences[payment.method] += 1
    return changed


def ask_after(*, payment: Payment) -> Payment:
    """What has become of it. Raises ProviderTimeout."""
    outcome = provider(payment.method).look_up(Charge.of(payment))
    return record_outcome(payment_id=payment.pk, outcome=outcome)


def call_off(*, order: Order, actor: str, note: str) -> Payment:
    """Cancel the open payment and with it the order. Raises ProviderSilent."""
    payment = order.payments.latest("id")
    try:
        outcome = provider(payment.method).cancel(Charge.of(payment))
    except ProviderTimeout as error:
        raise ProviderSilent from error
    return record_outcome(payment_id=payment.pk, outcome=outcome, actor=actor, note=note)


def record_outcome(
    *, payment_id: int, outcome: Outcome, actor: str = PROVIDER, note: str = "", now: datetime | None = None
) -> Payment:
    """Make the order follow what the provider says; saying it again changes nothing."""
    with transaction.atomic():
        order = lock_order(Payment.objects.values_list("order_id", flat=True).get(pk=payment_id))
        payment = Payment.objects.select_for_update().get(pk=payment_id)
        known, payment.provider_id = payment.provider_id, payment.provider_id or outcome.provider_id
        if not _is_news(payment.state, outcome.state):
            if payment.provider_id != known:
                payment.save(update_fields=["provider_id"])
            return payment
        payment.state, payment.message = outcome.state, outcome.message
        payment.save()
        refund = _follow(order, payment, actor, note, now or timezone.now())
    if refund:
        settle_refund(refund_id=refund)
    return payment


def _ask(payment: Payment, ask: Ask) -> Payment:
    try:
        outcome = ask(provider(payment.method), Charge.of(payment))
    except ProviderTimeout:
        logger.warning("No answer about payment %s: it is pending.", payment.reference)
        outcome = Outcome(PaymentState.PENDING)
    return record_outcome(payment_id=payment.pk, outcome=outcome)


def _settle(payment: Payment, now: datetime) -> Payment:
    """Raises ProviderTimeout, and the payment is as it was."""
    term, asked = payment.order.reservation.expires_at, provider(payment.method)
    late = term is not None and term <= now
    outcome = (asked.cancel if late else asked.look_up)(Charge.of(payment))
    return record_outcome(payment_id=payment.pk, outcome=outcome)


def _is_news(known: str, said: PaymentState) -> bool:
    """Money that came is never un-said, also by what was sent before it and arrives after it."""
    if known == said or known == PaymentState.CAPTURED:
        return False
    return said == PaymentState.CAPTURED or (known in OPEN_PAYMENTS and said != PaymentState.CREATED)


def _follow(order: Order, payment: Payment, actor: str, note: str, now: datetime) -> int | None:
    """The key of a refund that is owed because the order was cancelled before the money came."""
    if payment.state == PaymentState.CAPTURED:
        return _paid(order, payment, actor, now)
    if payment.state in (PaymentState.FAILED, PaymentState.CANCELLED) and order.state in _UNPAID:
        _fell_through(order, payment, actor, note, now)
    return None


def _paid(order: Order, payment: Payment, actor: str, now: datetime) -> int | None:
    if order.state == OrderState.CANCELLED:
        reason = _("The order had been cancelled before the payment came.")
        return owe_refund(order, payment, amount=payment.amount, actor=actor, reason=reason).pk
    order.paid_at = now
    sell_reserved(order)
    if order.state == OrderState.PLACED:
        change_state(order, OrderState.PAID, actor=actor)
        owe_mail(order, MailKind.PLACED, now=now)
    else:
        order.save()
        note_event(order, actor=actor, note=_("The payment came."))
    return None


def _fell_through(order: Order, payment: Payment, actor: str, note: str, now: datetime) -> None:
    change_state(order, OrderState.CANCELLED, actor=actor, note=note or payment.message)
    release_reserved(order, actor=actor)
    release_coupon(order)
    if payment.state == PaymentState.FAILED:
        put_back_into_cart(order)
    else:
        owe_mail(order, MailKind.CANCELLED, now=now)
