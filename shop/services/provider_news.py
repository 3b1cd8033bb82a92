"""What payment providers tell by themselves."""

from ..models import Payment, ProviderEvent, Refund, RefundState
from ..payments import News
from .payments import record_outcome
from .refunds import settle_refund


def hear_news(*, method: str, news: News) -> None:
    """Make orders follow it, once for each event.

    The event is noted after what it says: whoever is killed in between hears it again, and hearing of an
    outcome twice, or of two in the wrong order, changes nothing (`record_outcome`).
    """
    if ProviderEvent.objects.filter(method=method, event_id=news.event_id).exists():
        return
    payment = _payment(method, news)
    if payment and news.outcome:
        record_outcome(payment_id=payment.pk, outcome=news.outcome)
    if refund := _pending_refund(method, news):
        settle_refund(refund_id=refund.pk)
    event = ProviderEvent(method=method, event_id=news.event_id, kind=news.kind, payment=payment)
    ProviderEvent.objects.bulk_create([event], ignore_conflicts=True)


def _payment(method: str, news: News) -> Payment | None:
    if news.reference is None:
        return None
    return Payment.objects.filter(method=method, reference=news.reference).first()


def _pending_refund(method: str, news: News) -> Refund | None:
    if news.refund is None:
        return None
    pending = Refund.objects.filter(payment__method=method, state=RefundState.PENDING)
    return pending.filter(reference=news.refund).first()
