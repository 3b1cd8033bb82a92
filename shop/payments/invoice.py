"""Pay on delivery or by transfer: nothing is charged, and a person notes what has arrived."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from catalog.money import Money

from ..models import PaymentState
from .base import Charge, MethodFacts, Outcome, SilentProvider


class InvoiceProvider(SilentProvider):
    facts = MethodFacts(
        key="invoice",
        label=_("Invoice"),
        hint=_("Pay by bank transfer once it has arrived."),
        waits=True,
    )

    def start(self, charge: Charge) -> Outcome:
        return Outcome(PaymentState.PENDING)

    def look_up(self, charge: Charge) -> Outcome:
        return Outcome(PaymentState.PENDING)

    def confirm(self, charge: Charge, *, agreed: bool) -> Outcome:
        return Outcome(PaymentState.PENDING)

    def cancel(self, charge: Charge) -> Outcome:
        return Outcome(PaymentState.CANCELLED)

    def refund(self, charge: Charge, *, amount: Money, reference: UUID) -> bool:
        return True
