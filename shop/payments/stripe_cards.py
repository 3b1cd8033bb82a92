"""Cards by Stripe: one PaymentIntent for each payment, confirmed in the shopper's browser by Stripe's script.

An intent charges nobody before that, so one that could not be made yet is asked for again, by the same key,
when the shopper's page wants it.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Final
from uuid import UUID

import stripe
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.money import Money

from ..models import PaymentState
from .base import Charge, MethodFacts, News, Outcome, PaidBack, ProviderTimeout
from .stripe_amounts import stripe_amount
from .stripe_news import REFERENCE, outcome_of, paid_back_of, read_news, reference_of

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS: Final = 10
_REFUSALS: Final[tuple[type[Exception], ...]] = (
    stripe.InvalidRequestError,
    stripe.AuthenticationError,
    stripe.PermissionError,
    ValueError,
)


class StripeProvider:
    facts = MethodFacts(
        key="stripe",
        label=gettext_lazy("Card"),
        hint=gettext_lazy("You type it in on the next page. Stripe processes the payment."),
    )

    def start(self, charge: Charge) -> Outcome:
        """Nothing is charged yet, so no answer is no reason to wait: the shopper's page asks again."""
        try:
            with _answers(*_REFUSALS):
                return outcome_of(_create(charge))
        except _REFUSALS:
            logger.exception("Stripe takes no payment for order %s.", charge.order_number)
            return Outcome(PaymentState.FAILED, message=_("This cannot be paid by card."))
        except ProviderTimeout:
            return Outcome(PaymentState.NEEDS_CONFIRMATION)

    def look_up(self, charge: Charge) -> Outcome:
        """Raises ProviderTimeout."""
        return outcome_of(_current(charge))

    def confirm(self, charge: Charge, *, agreed: bool) -> Outcome:
        """What the browser says is not believed but asked after. Raises ProviderTimeout."""
        if agreed:
            return self.look_up(charge)
        outcome = self.cancel(charge)
        given_up = outcome.state == PaymentState.CANCELLED
        return Outcome(PaymentState.FAILED, outcome.provider_id) if given_up else outcome

    def cancel(self, charge: Charge) -> Outcome:
        """Raises ProviderTimeout."""
        intent = _current(charge)
        with _answers():
            try:
                return outcome_of(_client().v1.payment_intents.cancel(intent.id))
            except stripe.InvalidRequestError:  # too late, or done already
                return outcome_of(_client().v1.payment_intents.retrieve(intent.id))

    def refund(self, charge: Charge, *, amount: Money, reference: UUID) -> bool:
        """Found again by the reference, however long ago it was asked for. Raises ProviderTimeout."""
        with _answers():
            try:
                refund = _find_refund(charge, reference) or _new_refund(charge, amount, reference)
            except stripe.InvalidRequestError:
                logger.exception("Stripe does not pay back %s of order %s.", amount, charge.order_number)
                return False
        if refund.status not in ("succeeded", "failed", "canceled"):
            raise ProviderTimeout
        return refund.status == "succeeded"

    def paid_back(self, charge: Charge) -> list[PaidBack]:
        """Also what somebody paid back in Stripe's dashboard. Raises ProviderTimeout."""
        with _answers():
            refunds = _client().v1.refunds.list({"payment_intent": charge.provider_id, "limit": 100})
            return [paid_back_of(one) for one in refunds.auto_paging_iter() if one.status == "succeeded"]

    def client_secret(self, charge: Charge) -> str:
        """Raises ProviderTimeout."""
        intent = _current(charge)
        waits = outcome_of(intent).state == PaymentState.NEEDS_CONFIRMATION
        return (intent.client_secret or "") if waits else ""

    def read_news(self, *, body: bytes, headers: Mapping[str, str]) -> News:
        """Raises NotGenuine."""
        return read_news(body, headers.get("Stripe-Signature", ""))


def _create(charge: Charge) -> stripe.PaymentIntent:
    """The same key gives the same intent, as it was when it was made."""
    return _client().v1.payment_intents.create(
        {
            "amount": stripe_amount(charge.amount),
            "currency": charge.amount.currency.lower(),
            "allowed_payment_method_types": ["card"],
            "metadata": {REFERENCE: str(charge.reference), "order": charge.order_number},
        },
        {"idempotency_key": str(charge.reference)},
    )


def _current(charge: Charge) -> stripe.PaymentIntent:
    """The intent as it is now, made if there was none. Raises ProviderTimeout."""
    with _answers():
        known = charge.provider_id or _create(charge).id
        return _client().v1.payment_intents.retrieve(known)


def _find_refund(charge: Charge, reference: UUID) -> stripe.Refund | None:
    refunds = _client().v1.refunds.list({"payment_intent": charge.provider_id, "limit": 100})
    return next((one for one in refunds.auto_paging_iter() if reference_of(one) == reference), None)


def _new_refund(charge: Charge, amount: Money, reference: UUID) -> stripe.Refund:
    return _client().v1.refunds.create(
        {
            "payment_intent": charge.provider_id,
            "amount": stripe_amount(amount),
            "metadata": {REFERENCE: str(reference)},
        },
        {"idempotency_key": str(reference)},
    )


@contextmanager
def _answers(*heard: type[Exception]) -> Iterator[None]:
    """Whatever goes wrong tells nothing of the charge and is a timeout, but for what is `heard`."""
    try:
        yield
    except heard:
        raise
    except (stripe.StripeError, ValueError) as error:
        logger.warning("Stripe: %s", error)
        raise ProviderTimeout from error


def _client() -> stripe.StripeClient:
    return _client_of(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_URL)


@lru_cache(maxsize=4)
def _client_of(key: str, url: str) -> stripe.StripeClient:
    """Keeps its connections, one set a thread."""
    http = stripe.RequestsClient(timeout=TIMEOUT_SECONDS)
    return stripe.StripeClient(key, base_addresses={"api": url}, max_network_retries=1, http_client=http)
