"""What must be so of the settings, said before a shopper finds out."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from .ranking import UnknownTerm, weights


def ranking_is_known(**kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    try:
        weights(settings.VITRINE_RANKING)
    except UnknownTerm as error:
        found.append(Error(f"VITRINE_RANKING: {error}", id="recommendations.E001"))
    if not 0 <= settings.VITRINE_DIVERSITY <= 1:
        found.append(Error("VITRINE_DIVERSITY is a number from 0 to 1.", id="recommendations.E002"))
    return found
