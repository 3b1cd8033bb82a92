"""Placing an order: once for each key, at the prices that the shopper saw, from stock that is there."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection, transaction
from django.utils.translation import gettext as _

from catalog.money import Money

from ..addresses import PostalAddress
from ..models import (
    Cart,
    Coupon,
    MailKind,
    Order,
    OrderEvent,
    OrderLine,
    OrderState,
    Payment,
    StockReservation,
)
from ..order_states import OrderError
from ..payments import provider
from ..quotes import CouponRefused, DeliveryOption, Quote, Wish, cart_lines_to_buy, quote_of
from ..signals import order_placed
from ..totals import Totals
from .coupons import lock_coupon, use_coupon
from .mails import owe_mail
from .stock import lock_variants, take_stock

SHOPPER = "shopper"


@dataclass(frozen=True)
class OrderRequest:
    """All that the shopper decides.

    `seen` is the fingerprint of the quote shown, which names goods and total; None checks nothing.
    """

    email: str
    address: PostalAddress
    shipping_method: str
    payment_method: str
    payment_choice: str = ""
    phone: str = ""
    language: str = "en"
    seen: str | None = None

    def digest(self) -> str:
        """Of all that was sent, by which a repeated key is known to be a repeated request."""
        body = json.dumps(asdict(self), sort_keys=True)
        return hashlib.sha256(body.encode()).hexdigest()


class AnotherRequest(OrderError):  # noqa: N818 - named for what is the case
    """The key was used for a request that said something else."""

    def __str__(self) -> str:
        return _(
            "This order was placed already, with other details. Check your emails before ordering again."
        )


class EmptyCart(OrderError):  # noqa: N818
    """Nothing is in the cart."""

    def __str__(self) -> str:
        return _("Your cart is empty.")


class CannotBeBought(OrderError):  # noqa: N818
    """Something in the cart is sold out, withdrawn or short; each `problem` is a translated sentence."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return " ".join(self.problems)


class NotDelivered(OrderError):  # noqa: N818
    """No way to deliver leads there."""

    def __str__(self) -> str:
        return _("We do not deliver to this country.")


class QuoteChanged(OrderError):  # noqa: N818
    """What it costs is not what the shopper saw."""

    def __init__(self, total: Money) -> None:
        super().__init__(total)
        self.total = total

    def __str__(self) -> str:
        return _("The total is %(total)s now. Look at it again, then pay.") % {"total": self.total}


@transaction.atomic
def place_order(
    *,
    cart: Cart,
    request: OrderRequest,
    key: UUID,
    now: datetime,
    customer: AbstractBaseUser | None = None,
) -> Order:
    """Take the cart's goods from stock and empty it; the same key and request give the same order again.

    Raises AnotherRequest, EmptyCart, CannotBeBought, NotDelivered, CouponRefused and QuoteChanged.
    """
    _one_at_a_time(key)
    digest = request.digest()
    if earlier := Order.objects.filter(idempotency_key=key).first():
        if earlier.request_digest != digest or _buys_something_else(cart, earlier):
            raise AnotherRequest
        return earlier
    bought = _locked_quote(cart, request, now)
    chosen, totals = _checked(bought, request)
    order = _new_order(cart, bought, request, now, chosen, totals)
    order.idempotency_key, order.request_digest = key, digest
    order.customer_id = customer.pk if customer else None
    order.save()
    _fill(order, bought, request, now)
    _empty(cart)
    transaction.on_commit(partial(order_placed.send_robust, sender=Order, order_id=order.pk))
    return order


def _one_at_a_time(key: UUID) -> None:
    # Held to the end of the transaction: the second request of a key waits until the first has its order.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('order ' || %s, 0))", [str(key)])


def _buys_something_else(cart: Cart, earlier: Order) -> bool:
    """Whether there are goods in another cart than the order's, which follows who signs in meanwhile."""
    return cart.pk != earlier.cart_id and bool(cart_lines_to_buy(cart))


def _locked_quote(cart: Cart, request: OrderRequest, now: datetime) -> Quote:
    """From rows locked until the transaction ends: cart, coupon, variants, always in this order."""
    locked = Cart.objects.select_for_update().filter(pk=cart.pk).first()
    lines = cart_lines_to_buy(locked) if locked else []
    if not lines:
        raise EmptyCart
    coupon: Coupon | None = None
    if locked and locked.coupon_id:
        coupon = lock_coupon(locked.coupon_id)
    variants = lock_variants(line.variant_id for line in lines)
    wish = Wish(request.address.country_code, request.shipping_method, request.email)
    return quote_of(lines=lines, variants=variants, coupon=coupon, wish=wish, now=now)


def _checked(bought: Quote, request: OrderRequest) -> tuple[DeliveryOption, Totals]:
    if bought.problems:
        raise CannotBeBought(bought.problems)
    if bought.coupon_problem:
        raise CouponRefused(bought.coupon_problem)
    if bought.chosen is None or bought.totals is None:
        raise NotDelivered
    if request.seen is not None and request.seen != bought.fingerprint:
        raise QuoteChanged(bought.totals.total)
    return bought.chosen, bought.totals


def _new_order(
    cart: Cart,
    bought: Quote,
    request: OrderRequest,
    now: datetime,
    chosen: DeliveryOption,
    totals: Totals,
) -> Order:
    return Order(
        placed_at=now,
        cart=cart,
        email=request.email,
        phone=request.phone,
        language=request.language,
        **asdict(request.address),
        currency=totals.total.currency,
        goods_minor=totals.goods.minor,
        discount_minor=totals.discount.minor,
        shipping_minor=totals.shipping.minor,
        total_minor=totals.total.minor,
        tax_minor=totals.tax.minor,
        tax_percent=bought.tax_percent,
        coupon=bought.coupon,
        shipping_name=chosen.name,
        min_days=chosen.min_days,
        max_days=chosen.max_days,
        payment_method=request.payment_method,
    )


def _fill(order: Order, bought: Quote, request: OrderRequest, now: datetime) -> None:
    OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            variant_id=line.variant_id,
            sku=line.sku,
            title=line.title,
            quantity=line.quantity,
            price_minor=line.price.minor,
            source=line.source,
        )
        for line in bought.lines
    )
    take_stock(order, {line.variant_id: line.quantity for line in bought.lines}, actor=SHOPPER)
    if bought.coupon:
        use_coupon(order, bought.coupon)
    OrderEvent.objects.create(order=order, to_state=OrderState.PLACED, actor=SHOPPER)
    Payment.objects.create(
        order=order,
        method=request.payment_method,
        choice=request.payment_choice,
        amount_minor=order.total_minor,
        currency=order.currency,
    )
    waits = provider(request.payment_method).facts.waits
    term = None if waits else now + timedelta(minutes=settings.VITRINE_RESERVATION_MINUTES)
    StockReservation.objects.create(order=order, expires_at=term)
    if waits:
        owe_mail(order, MailKind.PLACED, now=now)


def _empty(cart: Cart) -> None:
    cart.lines.all().delete()
    Cart.objects.filter(pk=cart.pk).update(coupon=None)
