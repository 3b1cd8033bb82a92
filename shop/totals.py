"""What an order comes to: pure functions of whole minor units (docs/orders.md says how they round)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from catalog.money import Money


@dataclass(frozen=True)
class Reduction:
    """What a coupon takes off: a share of the goods, an amount of minor units, or the delivery."""

    percent: int = 0
    amount_minor: int = 0
    free_shipping: bool = False


NO_REDUCTION = Reduction()


@dataclass(frozen=True)
class Totals:
    """goods − discount + shipping = total; `tax` is the part of the total that is tax."""

    goods: Money
    discount: Money
    shipping: Money
    total: Money
    tax: Money


def order_totals(
    lines: Iterable[Money], *, shipping: Money, tax_percent: Decimal, reduction: Reduction = NO_REDUCTION
) -> Totals:
    """Of line totals in the currency of `shipping`. Raises ValueError for another currency."""
    currency = shipping.currency
    goods = sum(lines, Money(0, currency))
    discount = Money(discount_minor(goods.minor, reduction), currency)
    charged = Money(0, currency) if reduction.free_shipping else shipping
    total = Money(goods.minor - discount.minor + charged.minor, currency)
    return Totals(goods, discount, charged, total, Money(included_tax(total.minor, tax_percent), currency))


def discount_minor(goods: int, reduction: Reduction) -> int:
    """Never more than the goods; half a minor unit is rounded up."""
    share = (2 * goods * reduction.percent + 100) // 200
    return min(goods, share + reduction.amount_minor)


def included_tax(total: int, percent: Decimal) -> int:
    """The tax in a total that includes it, rounded once, half a minor unit up.

    `percent` has two decimals at most: 19 percent of 11900 minor units are 1900.
    """
    rate = int(percent * 100)
    whole = 10_000 + rate
    return (2 * total * rate + whole) // (2 * whole)


def percent_text(percent: Decimal) -> str:
    """Without zeros that say nothing: "19", "8.1"."""
    return f"{percent.normalize():f}"
