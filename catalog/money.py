"""Money as whole minor units with a currency; never a float."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Self

from babel import Locale
from babel.numbers import format_currency, get_currency_precision
from django.conf import settings
from django.utils.translation import get_language


@dataclass(frozen=True)
class Money:
    """An amount in `minor` units (cents, or won where a currency has none) of an ISO 4217 `currency`."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal, currency: str) -> Self:
        """From major units, exact. Raises ValueError for parts of a minor unit: 19.999 EUR."""
        minor = amount.scaleb(get_currency_precision(currency))
        if minor != minor.to_integral_value():
            raise ValueError(f"{amount} is not a whole number of {currency}'s smallest unit")
        return cls(int(minor), currency)

    @property
    def amount(self) -> Decimal:
        """In major units, exact: 1999 minor units of EUR are Decimal("19.99")."""
        return Decimal(self.minor).scaleb(-get_currency_precision(self.currency))

    def __str__(self) -> str:
        """As the active language writes it: €19.99."""
        return _written(self, _locale())

    def rounded(self) -> str:
        """In whole major units: €20."""
        return _written_round(self, _locale())

    def __mul__(self, quantity: int) -> "Money":
        return Money(self.minor * quantity, self.currency)

    def __add__(self, other: "Money") -> "Money":
        """Raises ValueError for two currencies."""
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.minor + other.minor, self.currency)


def _locale() -> str:
    return (get_language() or "en").replace("-", "_")


@lru_cache(maxsize=4096)
def _written(money: Money, locale: str) -> str:
    # A page of products names few prices many times.
    return format_currency(money.amount, money.currency, locale=locale)


@lru_cache(maxsize=256)
def _written_round(money: Money, locale: str) -> str:
    pattern = Locale.parse(locale).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(money.amount, money.currency, pattern, locale=locale, currency_digits=False)


def default_currency() -> str:
    """The shop's currency, for new variants."""
    return str(settings.VITRINE_CURRENCY)
