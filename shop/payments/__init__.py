"""How money comes in: one small adapter a provider. They know no order."""

from .base import Charge, Outcome, Provider, ProviderTimeout
from .registry import known_methods, payment_methods, provider

__all__ = ["Charge", "Outcome", "Provider", "ProviderTimeout", "known_methods", "payment_methods", "provider"]
