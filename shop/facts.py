"""What the operator says of the shop itself, for the pages that anyone may ask for."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class ShopFacts:
    """`email` and `address` are empty where nobody has set them; an address has a line per line."""

    email: str
    address: str
    return_days: int
    photo_query_hours: int
    interaction_days: int
    cards_by_stripe: bool


def shop_facts() -> ShopFacts:
    return ShopFacts(
        email=settings.VITRINE_CONTACT_EMAIL,
        address=settings.VITRINE_POSTAL_ADDRESS.replace("|", "\n"),
        return_days=settings.VITRINE_RETURN_DAYS,
        photo_query_hours=settings.VITRINE_PHOTO_QUERY_HOURS,
        interaction_days=settings.VITRINE_INTERACTION_DAYS,
        cards_by_stripe="stripe" in settings.VITRINE_PAYMENT_METHODS,
    )
