"""What a new shop delivers with, until its operator says otherwise in the admin."""

from decimal import Decimal
from typing import Final

from babel.numbers import get_currency_precision
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.money import default_currency

from ..models import EVERYWHERE, ShippingMethod, ShippingRate, TaxRate

# Standard rates of value added tax, in percent, as of 2026.
_TAX_RATES: Final = """
AT 20, BE 21, BG 20, CH 8.1, CY 19, CZ 21, DE 19, DK 25, EE 24, ES 21, FI 25.5, FR 20, GB 20, GR 24, HR 25,
HU 27, IE 23, IT 22, KR 10, LT 21, LU 17, LV 21, MT 18, NL 21, NO 25, PL 23, PT 23, RO 21, SE 25, SI 22, SK 23
"""
_FREE_FROM: Final = 75
"""In major units; currencies without decimals count a thousand for one."""
_HEAVY_GRAMS: Final = 10_000
"""From here on it is two parcels."""


@transaction.atomic
def load_delivery_defaults() -> bool:
    """Two ways to deliver and the tax rates, where there are none yet; whether there were none."""
    if ShippingMethod.objects.exists() or TaxRate.objects.exists():
        return False
    standard = ShippingMethod.objects.create(code="standard", name=_("Standard"), min_days=2, max_days=4)
    express = ShippingMethod.objects.create(
        code="express", name=_("Express"), min_days=1, max_days=1, position=1
    )
    _rate(standard, "4.90")
    _rate(standard, "0", from_total=_FREE_FROM)
    _rate(standard, "9.90", from_grams=_HEAVY_GRAMS)
    _rate(express, "12.90")
    TaxRate.objects.bulk_create(
        TaxRate(country_code=code, percent=Decimal(percent))
        for code, percent in (entry.split() for entry in _TAX_RATES.split(","))
    )
    return True


def _rate(method: ShippingMethod, price: str, *, from_total: int = 0, from_grams: int = 0) -> None:
    ShippingRate.objects.create(
        method=method,
        country_code=EVERYWHERE,
        price_minor=_minor(Decimal(price)),
        from_total_minor=_minor(Decimal(from_total)),
        from_grams=from_grams,
    )


def _minor(amount: Decimal) -> int:
    digits = get_currency_precision(default_currency())
    return int(amount.scaleb(digits)) if digits else int(amount * 1000)
