"""Where the shop delivers, by which ways, at what price, and with what tax."""

from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings

from catalog.money import Money

from ..addresses import country_codes
from ..models import EVERYWHERE, ShippingRate, TaxRate


@dataclass(frozen=True)
class DeliveryOption:
    code: str
    name: str
    min_days: int
    max_days: int
    price: Money


def delivery_options(*, country_code: str, goods: Money, grams: int = 0) -> tuple[DeliveryOption, ...]:
    """In their order, each at one rate.

    Of a method's rates those of the country come before those of everywhere; of these counts the highest step
    of weight that the parcel reaches, and within it the highest step of the total.
    """
    rates = ShippingRate.objects.filter(
        method__is_active=True,
        currency=goods.currency,
        country_code__in=[country_code, EVERYWHERE],
    ).select_related("method")
    best: dict[int, ShippingRate] = {}
    for rate in sorted(rates, key=_rank):
        # A country's own rates replace those of everywhere, whatever their steps.
        if rate.from_total_minor <= goods.minor and rate.from_grams <= grams:
            best[rate.method_id] = rate
    ordered = sorted(best.values(), key=lambda rate: (rate.method.position, rate.method_id))
    return tuple(_option(rate) for rate in ordered)


def delivery_countries() -> list[str]:
    """Codes of the countries of all rates; every country where one rate is for everywhere."""
    codes = set(
        ShippingRate.objects.filter(method__is_active=True)
        .order_by()
        .values_list("country_code", flat=True)
        .distinct()
    )
    known = country_codes()
    return sorted(known if EVERYWHERE in codes else codes & known)


def preset_country(countries: list[str]) -> str:
    """The shop's own where it delivers there."""
    own: str = settings.VITRINE_COUNTRY
    return own if own in countries or not countries else countries[0]


def tax_percent(*, country_code: str) -> Decimal:
    """0 where no rate is known."""
    rate = TaxRate.objects.filter(country_code=country_code).first()
    return rate.percent if rate else Decimal(0)


def _rank(rate: ShippingRate) -> tuple[bool, int, int]:
    return bool(rate.country_code), rate.from_grams, rate.from_total_minor


def _option(rate: ShippingRate) -> DeliveryOption:
    method = rate.method
    return DeliveryOption(method.code, method.name, method.min_days, method.max_days, rate.price)
