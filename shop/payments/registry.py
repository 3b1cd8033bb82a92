"""Which ways to pay there are."""

from collections.abc import Mapping
from functools import cache
from typing import Final, cast

from django.conf import settings
from django.utils.module_loading import import_string

from .base import MethodFacts, Provider

# Loaded when first asked for: Stripe's library takes a third of a second, and a shop may do without it.
_PROVIDERS: Final[Mapping[str, str]] = {
    "invoice": "shop.payments.invoice.InvoiceProvider",
    "test": "shop.payments.test_card.TestCardProvider",
    "stripe": "shop.payments.stripe_cards.StripeProvider",
}


def known_methods() -> frozenset[str]:
    return frozenset(_PROVIDERS)


def payment_methods() -> list[MethodFacts]:
    """What the checkout offers, the first one preset."""
    return [provider(key).facts for key in settings.VITRINE_PAYMENT_METHODS]


@cache
def provider(key: str) -> Provider:
    """Also of a method that is offered no more. Raises KeyError."""
    return cast(Provider, import_string(_PROVIDERS[key])())
