"""How money comes in: one small adapter a provider. They know no order."""

from .base import Charge, DisputeNews, News, NotGenuine, Outcome, PaidBack, Provider, ProviderTimeout
from .registry import known_methods, payment_methods, provider

__all__ = [
    "Charge",
    "DisputeNews",
    "News",
    "NotGenuine",
    "Outcome",
    "PaidBack",
    "Provider",
    "ProviderTimeout",
    "known_methods",
    "payment_methods",
    "provider",
]
