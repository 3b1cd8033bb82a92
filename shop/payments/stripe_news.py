"""What Stripe tells by webhook, and what the state of an intent means."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

import stripe
from django.conf import settings

from ..models import PaymentState
from .base import News, NotGenuine, Outcome

REFERENCE: Final = "reference"
"""The key under which intents and refunds carry the shop's own reference."""

_STATES: Final[Mapping[str, PaymentState]] = {
    "requires_payment_method": PaymentState.NEEDS_CONFIRMATION,
    "requires_confirmation": PaymentState.NEEDS_CONFIRMATION,
    "requires_action": PaymentState.NEEDS_CONFIRMATION,
    "succeeded": PaymentState.CAPTURED,
    "canceled": PaymentState.CANCELLED,
}


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
        return News(event.id, event.type, reference, outcome_of(said))
    if said.object == "refund":
        return News(event.id, event.type, refund=reference)
    return News(event.id, event.type)


def reference_of(said: Any) -> UUID | None:
    """None where it is not the shop's."""
    try:
        return UUID(said.metadata[REFERENCE])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
