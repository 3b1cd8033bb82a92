"""What must be so of the settings, said before a shopper finds out."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from .payments import known_methods


def payment_methods_are_known(**kwargs: Any) -> list[CheckMessage]:
    wanted, known = settings.VITRINE_PAYMENT_METHODS, known_methods()
    unknown = sorted(set(wanted) - known)
    if wanted and not unknown:
        return []
    hint = f"Name one or more of {', '.join(sorted(known))}."
    return [
        Error(f"VITRINE_PAYMENT_METHODS names {', '.join(unknown) or 'no method'}.", hint, id="shop.E001")
    ]
