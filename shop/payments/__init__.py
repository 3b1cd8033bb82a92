"""How money comes in: one small adapter a provider. They know no order."""

from .base import Charge, News, NotGenuine, Outcome, Provider, ProviderTimeout
from .registry import known_methods, payment_methods, provider

__all__ = [
    "Charge",
    "News",
    "NotGenuine",
    "Outcome",
    "Provider",
    "ProviderTimeout",
    "known_methods",
    "payment_methods",
    "provider",
]
