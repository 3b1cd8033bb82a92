"""What must be so of the settings, said before a shopper finds out."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from .payments import known_methods

STRIPE_KEYS = ("STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET")


def stripe_has_its_keys(**kwargs: Any) -> list[CheckMessage]:
    missing = [name for name in STRIPE_KEYS if not getattr(settings, name)]
    if "stripe" not in settings.VITRINE_PAYMENT_METHODS or not missing:
        return []
    hint = "Set them, or take stripe out of VITRINE_PAYMENT_METHODS."
    return [Error(f"Stripe is offered, but {', '.join(missing)} is not set.", hint, id="shop.E002")]


def payment_methods_are_known(**kwargs: Any) -> list[CheckMessage]:
    wanted, known = settings.VITRINE_PAYMENT_METHODS, known_methods()
    unknown = sorted(set(wanted) - known)
    if wanted and not unknown:
        return []
    hint = f"Name one or more of {', '.join(sorted(known))}."
    return [
        Error(f"VITRINE_PAYMENT_METHODS names {', '.join(unknown) or 'no method'}.", hint, id="shop.E001")
    ]
