"""Amounts as Stripe counts them, which is not always as ISO 4217 does (docs.stripe.com/currencies)."""

from decimal import Decimal
from typing import Final

from catalog.money import Money

_WITHOUT: Final = "BIF, CLP, DJF, GNF, JPY, KMF, KRW, MGA, PYG, RWF, VND, VUV, XAF, XOF, XPF"
_WITH_THREE: Final = "BHD, JOD, KWD, OMR, TND"
_DECIMALS: Final = dict.fromkeys(_WITHOUT.split(", "), 0) | dict.fromkeys(_WITH_THREE.split(", "), 3)


def money_of(amount: int, currency: str) -> Money:
    """From Stripe's smallest unit. Raises ValueError for less than a coin of it."""
    code = currency.upper()
    return Money.of(Decimal(amount).scaleb(-_DECIMALS.get(code, 2)), code)


def stripe_amount(money: Money) -> int:
    """In Stripe's smallest unit. Raises ValueError for what it cannot count."""
    amount = money.amount.scaleb(_DECIMALS.get(money.currency, 2))
    if amount != amount.to_integral_value():
        raise ValueError(f"Stripe has no such small coins of {money.currency}.")
    return int(amount)
