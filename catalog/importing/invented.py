"""Prices, sizes and stock for sets that have none: plausible, and the same for the same id every time."""

import hashlib
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from babel.numbers import get_currency_precision

from catalog.models import Gender
from catalog.money import Money, default_currency
from catalog.services import VariantData

from .offers import offer_of

INVENTED_FACTS: Final = ("price", "size", "stock")
_SOLD_OUT_PERCENT: Final = 8
_SIZE_SOLD_OUT_PERCENT: Final = 15
_MOST_IN_STOCK: Final = 25


def invented_variants(
    external_id: str, product_type: str, gender: Gender, colour: str
) -> tuple[VariantData, ...]:
    """A variant for each size that such a product comes in; about one product in twelve is sold out."""
    offer = offer_of(product_type, gender)
    draw = _Draw(external_id)
    price = _price(offer.lowest + draw.below(offer.highest - offer.lowest + 1, "price"))
    sold_out = draw.below(100, "sold out") < _SOLD_OUT_PERCENT
    stocks = [0 if sold_out else _stock(draw, size) for size in offer.sizes]
    if not sold_out and not any(stocks):
        stocks[0] = 1
    return tuple(
        VariantData(
            sku=f"{external_id}-{size}" if size else external_id,
            size=size,
            colour=colour,
            price=price,
            stock=stock,
        )
        for size, stock in zip(offer.sizes, stocks, strict=True)
    )


@dataclass(frozen=True)
class _Draw:
    """Numbers that depend on the id and on what they are for, and on nothing else."""

    external_id: str

    def below(self, end: int, what: str) -> int:
        drawn = hashlib.sha256(f"{self.external_id}:{what}".encode()).digest()
        return int.from_bytes(drawn[:8]) % end


def _stock(draw: _Draw, size: str) -> int:
    if draw.below(100, f"sold out in {size}") < _SIZE_SOLD_OUT_PERCENT:
        return 0
    return 1 + draw.below(_MOST_IN_STOCK, f"stock of {size}")


def _price(major: int) -> Money:
    currency = default_currency()
    smallest = Decimal(1).scaleb(-get_currency_precision(currency))
    amount = (Decimal(major) - Decimal("0.01")).quantize(smallest, ROUND_FLOOR)
    return Money.of(amount, currency)
