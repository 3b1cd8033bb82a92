"""What Stripe tells by webhook, and what the state of an intent means."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID, uuid5

import stripe
from django.conf import settings

from ..models import DisputeState, PaymentState
from .base import DisputeNews, News, NotGenuine, Outcome, PaidBack
from .stripe_amounts import money_of

REFERENCE: Final = "reference"
"""The key under which intents and refunds carry the shop's own reference."""

_STATES: Final[Mapping[str, PaymentState]] = {
    "requires_payment_method": PaymentState.NEEDS_CONFIRMATION,
    "requires_confirmation": PaymentState.NEEDS_CONFIRMATION,
    "requires_action": PaymentState.NEEDS_CONFIRMATION,
    "succeeded": PaymentState.CAPTURED,
    "canceled": PaymentState.CANCELLED,
}

_DISPUTES: Final[Mapping[str, DisputeState]] = {
    "won": DisputeState.WON,
    "warning_closed": DisputeState.WON,
    "lost": DisputeState.LOST,
}
_DASHBOARD: Final = UUID("5f0f3a1e-6a0b-4c55-9d51-3a3bb6f1c9d2")


def outcome_of(intent: Any) -> Outcome:
    """Of a PaymentIntent; whatever else it says, it has not decided."""
    return Outcome(_STATES.get(intent.status, PaymentState.PENDING), intent.id)


def read_news(body: bytes, signature: str) -> News:
    """Raises NotGenuine, also where no secret is set: by none of it anything could be signed."""
    secret: str = settings.STRIPE_WEBHOOK_SECRET
    if not secret:
        raise NotGenuine
    try:
        return _news(stripe.Webhook.construct_event(body, signature, secret))
    except (ValueError, stripe.SignatureVerificationError, AttributeError, KeyError) as error:
        raise NotGenuine from error


def _news(event: stripe.Event) -> News:
    said: Any = event.data.object
    reference = reference_of(said)
    if said.object == "payment_intent":
        return News(event.id, event.type, reference, outcome=outcome_of(said))
    if said.object == "refund" and reference:
        return News(event.id, event.type, refund=reference)
    intent = getattr(said, "payment_intent", None) or ""
    if said.object == "dispute":
        return News(event.id, event.type, provider_id=intent, dispute=_dispute_of(said))
    paid_back = said.object == "refund" or event.type == "charge.refunded"
    return News(event.id, event.type, provider_id=intent, paid_back=paid_back)


def paid_back_of(refund: Any) -> PaidBack:
    """One that was asked for in Stripe's dashboard is named by Stripe's id of it, as a UUID."""
    reference = reference_of(refund) or uuid5(_DASHBOARD, refund.id)
    return PaidBack(reference, money_of(refund.amount, refund.currency))


def _dispute_of(said: Any) -> DisputeNews:
    """A warning is an inquiry for which no money has moved, and one that was closed came to nothing."""
    state = _DISPUTES.get(said.status, DisputeState.OPEN)
    return DisputeNews(said.id, state, money_of(said.amount, said.currency), said.reason or "")


def reference_of(said: Any) -> UUID | None:
    """None where it is not the shop's."""
    try:
        return UUID(said.metadata[REFERENCE])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
