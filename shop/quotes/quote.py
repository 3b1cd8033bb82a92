"""What a cart would cost as an order, now: what the page shows, and what an order is placed from."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from catalog.models import Variant
from catalog.money import Money, default_currency

from ..models import Cart, CartLine, Coupon
from ..stock_words import left_of
from ..totals import NO_REDUCTION, Totals, order_totals, percent_text
from .coupons import CouponRefused, check_coupon
from .delivery import DeliveryOption, delivery_options, tax_percent


@dataclass(frozen=True)
class QuoteLine:
    """`problem` is a translated sentence where the line cannot be bought as it stands."""

    variant_id: int
    sku: str
    title: str
    quantity: int
    price: Money
    source: str
    problem: str = ""

    @property
    def total(self) -> Money:
        return self.price * self.quantity


@dataclass(frozen=True)
class Quote:
    """`chosen` is one of the `options`, None where nothing goes to that country; then there is no total.

    `coupon_problem` is a translated sentence where the cart's coupon does not hold, and is left out.
    """

    lines: tuple[QuoteLine, ...]
    options: tuple[DeliveryOption, ...]
    chosen: DeliveryOption | None
    totals: Totals | None
    tax_percent: Decimal
    coupon: Coupon | None = None
    coupon_problem: str = ""
    currency_problem: str = ""

    @property
    def items(self) -> int:
        return sum(line.quantity for line in self.lines)

    @property
    def problems(self) -> tuple[str, ...]:
        """Why this cart cannot be bought as it stands."""
        return tuple(filter(None, (*(line.problem for line in self.lines), self.currency_problem)))

    @property
    def tax_text(self) -> str:
        return percent_text(self.tax_percent)

    @cached_property
    def fingerprint(self) -> str:
        """Of all that the shopper sees: another one means that it has changed since."""
        seen = [
            [(line.sku, line.quantity, line.price.minor) for line in self.lines],
            self.chosen.code if self.chosen else "",
            [self.totals.total.minor, self.totals.total.currency] if self.totals else [],
        ]
        return hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Wish:
    """What a shopper asks for: where to, by which way. An unknown `method` is the first one."""

    country_code: str
    method: str = ""
    email: str = ""


def cart_lines_to_buy(cart: Cart) -> list[CartLine]:
    """Oldest first; none of a cart that was never saved."""
    return list(CartLine.objects.filter(cart=cart)) if cart.pk else []


def goods_to_buy(*, cart: Cart) -> Money:
    """What can be had of the cart now; of two currencies the first, since an order has one."""
    if cart.pk is None:
        return Money(0, default_currency())
    lines = CartLine.objects.filter(cart=cart, variant__product__is_published=True, variant__stock__gt=0)
    prices = [
        line.variant.price * min(line.quantity, line.variant.stock)
        for line in lines.select_related("variant")
    ]
    currency = prices[0].currency if prices else default_currency()
    return sum((price for price in prices if price.currency == currency), Money(0, currency))


def quote(*, cart: Cart, wish: Wish, now: datetime) -> Quote:
    lines = cart_lines_to_buy(cart)
    ids = [line.variant_id for line in lines]
    variants = Variant.objects.select_related("product").in_bulk(ids)
    return quote_of(lines=lines, variants=variants, coupon=cart.coupon, wish=wish, now=now)


def quote_of(
    *,
    lines: Sequence[CartLine],
    variants: Mapping[int, Variant],
    coupon: Coupon | None,
    wish: Wish,
    now: datetime,
) -> Quote:
    """Of `variants` by id with their products, which the caller has read, and may have locked."""
    wanted = tuple(_line(line, variants[line.variant_id]) for line in lines)
    currencies = {line.price.currency for line in wanted}
    if len(currencies) > 1:
        return Quote(wanted, (), None, None, Decimal(0), currency_problem=_two_currencies())
    goods = sum((line.total for line in wanted), Money(0, next(iter(currencies), default_currency())))
    grams = sum(variants[line.variant_id].product.grams * line.quantity for line in lines)
    options = delivery_options(country_code=wish.country_code, goods=goods, grams=grams)
    chosen = next((option for option in options if option.code == wish.method), next(iter(options), None))
    problem = _coupon_problem(coupon, goods, now, wish.email)
    held = None if problem else coupon
    percent = tax_percent(country_code=wish.country_code)
    totals: Totals | None = None
    if chosen:
        reduction = held.reduction if held else NO_REDUCTION
        prices = (line.total for line in wanted)
        totals = order_totals(prices, shipping=chosen.price, tax_percent=percent, reduction=reduction)
    return Quote(wanted, options, chosen, totals, percent, held, problem)


def _line(line: CartLine, variant: Variant) -> QuoteLine:
    return QuoteLine(
        variant_id=variant.pk,
        sku=variant.sku,
        title=variant.full_name,
        quantity=line.quantity,
        price=variant.price,
        source=line.source,
        problem=_problem(line, variant),
    )


def _problem(line: CartLine, variant: Variant) -> str:
    if not variant.product.is_published:
        return _("%(name)s is not sold any more.") % {"name": variant.full_name}
    if variant.stock < line.quantity:
        return left_of(variant.full_name, variant.stock)
    return ""


def _coupon_problem(coupon: Coupon | None, goods: Money, now: datetime, email: str) -> str:
    if coupon is None:
        return ""
    try:
        check_coupon(coupon=coupon, goods=goods, now=now, email=email)
    except CouponRefused as refused:
        return str(refused)
    return ""


def _two_currencies() -> str:
    return _("The prices are in two currencies. Order what is in one of them first.")
