"""What customers' banks want back, as the provider tells it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Dispute, DisputeState, Order, Payment
from ..payments import DisputeNews
from .order_state import PROVIDER, lock_order, note_event
from .refunds import note_money_gone


@transaction.atomic
def hear_dispute(*, payment_id: int, news: DisputeNews) -> Dispute:
    """The history tells what it came to; of one that is lost the money is gone. Repeated, it is harmless."""
    order = lock_order(Payment.objects.values_list("order_id", flat=True).get(pk=payment_id))
    payment = Payment.objects.select_for_update().get(pk=payment_id)
    dispute, is_new = Dispute.objects.get_or_create(
        payment=payment,
        provider_id=news.provider_id,
        defaults={"amount_minor": news.amount.minor, "reason": news.reason[:100], "state": news.state},
    )
    if is_new or (dispute.state == DisputeState.OPEN and news.state != DisputeState.OPEN):
        dispute.state = news.state
        dispute.save(update_fields=["state"])
        _tell(order, payment, dispute)
    return dispute


def _tell(order: Order, payment: Payment, dispute: Dispute) -> None:
    notes = {
        DisputeState.OPEN: _("The customer's bank asks for %(amount)s back (%(reason)s)."),
        DisputeState.WON: _("The bank's claim of %(amount)s was decided for the shop (%(reason)s)."),
        DisputeState.LOST: _("The bank took %(amount)s back (%(reason)s)."),
    }
    facts = {"amount": dispute.amount, "reason": dispute.reason or "–"}
    note = notes[DisputeState(dispute.state)] % facts
    note_event(order, actor=PROVIDER, note=note)
    if dispute.state == DisputeState.LOST:
        note_money_gone(order, payment, amount=dispute.amount, reason=note, now=timezone.now())
