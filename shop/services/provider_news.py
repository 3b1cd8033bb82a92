"""What payment providers tell by themselves."""

from datetime import datetime, timedelta
from typing import Final

from ..models import Payment, PaymentState, ProviderEvent, Refund, RefundState
from ..payments import News
from .disputes import hear_dispute
from .payments import ask_after, record_outcome
from .refunds import settle_refund, take_in_paid_back

EVENTS_KEPT: Final = timedelta(days=60)
"""Longer than a provider tells anything again: Stripe tries for three days, and by hand for thirty."""


def hear_news(*, method: str, news: News) -> None:
    """Make orders follow it, once for each event. Raises ProviderTimeout: it is to be told again.

    The event is noted after what it says: whoever is killed in between hears it again, and hearing of an
    outcome twice, or of two in the wrong order, changes nothing (`record_outcome`).
    """
    if ProviderEvent.objects.filter(method=method, event_id=news.event_id).exists():
        return
    payment = _payment(method, news)
    if payment:
        _follow(payment, news)
    if refund := _pending_refund(method, news):
        settle_refund(refund_id=refund.pk)
    event = ProviderEvent(method=method, event_id=news.event_id, kind=news.kind, payment=payment)
    ProviderEvent.objects.bulk_create([event], ignore_conflicts=True)


def forget_old_events(*, now: datetime) -> int:
    """Those that nobody tells again; how many."""
    return ProviderEvent.objects.filter(heard_at__lt=now - EVENTS_KEPT).delete()[0]


def _follow(payment: Payment, news: News) -> None:
    if news.outcome:
        record_outcome(payment_id=payment.pk, outcome=news.outcome)
    if (news.paid_back or news.dispute) and payment.state != PaymentState.CAPTURED:
        ask_after(payment=payment)
    if news.paid_back:
        take_in_paid_back(payment_id=payment.pk)
    if news.dispute:
        hear_dispute(payment_id=payment.pk, news=news.dispute)


def _payment(method: str, news: News) -> Payment | None:
    payments = Payment.objects.filter(method=method)
    if news.reference:
        return payments.filter(reference=news.reference).first()
    return payments.filter(provider_id=news.provider_id).first() if news.provider_id else None


def _pending_refund(method: str, news: News) -> Refund | None:
    if news.refund is None:
        return None
    pending = Refund.objects.filter(payment__method=method, state=RefundState.PENDING)
    return pending.filter(reference=news.refund).first()
