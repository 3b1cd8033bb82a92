"""Prices, costs, sizes and stock of the demo's products."""

from decimal import Decimal
from typing import Final

from babel.numbers import get_currency_precision

from catalog.importing.offers import offer_of
from catalog.money import Money, default_currency
from catalog.services import VariantData

from .draws import Draws
from .ranges import Style

_SOLD_OUT_PERCENT: Final = 6
_SIZE_SOLD_OUT_PERCENT: Final = 14
_FEW_PERCENT: Final = 12
_MOST_IN_STOCK: Final = 40


def variants_of(
    style: Style, external_id: str, colours: tuple[str, ...], draws: Draws
) -> tuple[VariantData, ...]:
    """Each colour in each size; about one product in seventeen is sold out altogether."""
    price = _price(style, draws)
    cost = Money(price.minor * (30 + draws.below(40, "cost")) // 100, price.currency)
    sizes = offer_of(style.type, style.gender).sizes
    sold_out = draws.below(100, "sold out") < _SOLD_OUT_PERCENT
    variants = [
        VariantData(
            sku="-".join(
                part
                for part in (external_id, colour.lower().replace(" ", "-"), size.replace(" ", ""))
                if part
            ),
            size=size,
            colour=colour,
            price=price,
            cost=cost,
            stock=0 if sold_out else _stock(draws, f"{colour} {size}"),
        )
        for colour in colours
        for size in sizes
    ]
    if not sold_out and not any(variant.stock for variant in variants):
        return variants_of(style, external_id, colours, Draws(f"{draws.seed} again"))
    return tuple(variants)


def _stock(draws: Draws, what: str) -> int:
    chance = draws.below(100, f"chance of {what}")
    if chance < _SIZE_SOLD_OUT_PERCENT:
        return 0
    most = 3 if chance < _SIZE_SOLD_OUT_PERCENT + _FEW_PERCENT else _MOST_IN_STOCK
    return 1 + draws.below(most, f"stock of {what}")


def _price(style: Style, draws: Draws) -> Money:
    """Ends in .00, .90 or .95, where the currency has cents."""
    low, high = style.prices
    whole = low + draws.below(high - low + 1, "price")
    currency = default_currency()
    ending = (
        draws.one_of(("0", "0.10", "0.05", "0.10"), "ending")
        if get_currency_precision(currency) >= 2
        else "0"
    )
    return Money.of(Decimal(whole) - Decimal(ending), currency)
