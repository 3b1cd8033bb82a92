"""Which ways to pay there are."""

from collections.abc import Mapping
from typing import Final

from django.conf import settings

from .base import MethodFacts, Provider
from .invoice import InvoiceProvider
from .test_card import TestCardProvider

_PROVIDERS: Final[Mapping[str, Provider]] = {
    "invoice": InvoiceProvider(),
    "test": TestCardProvider(),
}


def known_methods() -> frozenset[str]:
    return frozenset(_PROVIDERS)


def payment_methods() -> list[MethodFacts]:
    """What the checkout offers, the first one preset."""
    return [provider(key).facts for key in settings.VITRINE_PAYMENT_METHODS]


def provider(key: str) -> Provider:
    """Also of a method that is offered no more. Raises KeyError."""
    return _PROVIDERS[key]
