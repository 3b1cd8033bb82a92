"""A card that charges nobody, for demos: its bank is a table, kept apart from the orders' transactions."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.money import Money

from ..models import PaymentState, TestCardCharge
from .base import Charge, Choice, MethodFacts, Outcome, ProviderTimeout, SilentProvider

SETTLES_AFTER: Final = timedelta(minutes=1)
"""How long a charge that timed out stays unknown."""

_STATES: Final = {
    "succeed": PaymentState.CAPTURED,
    "fail": PaymentState.FAILED,
    "confirm": PaymentState.NEEDS_CONFIRMATION,
    "time-out": PaymentState.PENDING,
}
_OPEN: Final = (PaymentState.NEEDS_CONFIRMATION, PaymentState.PENDING)


class TestCardProvider(SilentProvider):
    __test__ = False  # no test, whatever its name begins with
    facts = MethodFacts(
        key="test",
        label=gettext_lazy("Test card"),
        hint=gettext_lazy("For trying the shop: no money moves."),
        choices=(
            Choice("succeed", gettext_lazy("Card that pays")),
            Choice("fail", gettext_lazy("Card that is declined")),
            Choice("confirm", gettext_lazy("Card that asks for confirmation")),
            Choice("time-out", gettext_lazy("Card whose bank does not answer")),
        ),
    )

    def start(self, charge: Charge) -> Outcome:
        """Raises ProviderTimeout."""
        outcome = charge.choice if charge.choice in _STATES else "succeed"
        row, is_new = TestCardCharge.objects.get_or_create(
            reference=charge.reference,
            defaults={
                "amount_minor": charge.amount.minor,
                "currency": charge.amount.currency,
                "outcome": outcome,
                "state": _STATES[outcome],
            },
        )
        if is_new and outcome == "time-out":
            raise ProviderTimeout
        return _outcome(row)

    def look_up(self, charge: Charge) -> Outcome:
        row = TestCardCharge.objects.filter(reference=charge.reference).first()
        if row is None:
            return Outcome(PaymentState.CREATED)
        settled = timezone.now() - row.created_at >= SETTLES_AFTER
        if row.state == PaymentState.PENDING and settled:
            return self._move(charge, PaymentState.CAPTURED)
        return _outcome(row)

    def confirm(self, charge: Charge, *, agreed: bool) -> Outcome:
        return self._move(charge, PaymentState.CAPTURED if agreed else PaymentState.FAILED)

    def cancel(self, charge: Charge) -> Outcome:
        if not TestCardCharge.objects.filter(reference=charge.reference).exists():
            return Outcome(PaymentState.CANCELLED)
        return self._move(charge, PaymentState.CANCELLED)

    @transaction.atomic
    def refund(self, charge: Charge, *, amount: Money, reference: UUID) -> bool:
        row = TestCardCharge.objects.select_for_update().get(reference=charge.reference)
        if str(reference) in row.refunds:
            return True
        if row.state != PaymentState.CAPTURED or row.refunded_minor + amount.minor > row.amount_minor:
            return False
        row.refunded_minor += amount.minor
        row.refunds[str(reference)] = amount.minor
        row.save()
        return True

    @transaction.atomic
    def _move(self, charge: Charge, state: PaymentState) -> Outcome:
        """To `state`, from one that is open."""
        row = TestCardCharge.objects.select_for_update().get(reference=charge.reference)
        if row.state in _OPEN:
            row.state = state
            row.save()
        return _outcome(row)


def _outcome(row: TestCardCharge) -> Outcome:
    declined = row.state == PaymentState.FAILED
    message = _("The card was declined. Nothing was charged.") if declined else ""
    return Outcome(PaymentState(row.state), str(row.pk), message)
