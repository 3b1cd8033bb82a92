"""What must hold of all orders, stock and money at any moment, said as the rows for which it does not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from catalog.models import Variant

from .models import (
    Coupon,
    CouponUse,
    MovementKind,
    Order,
    OrderEvent,
    OrderLine,
    OrderState,
    Payment,
    PaymentState,
    RefundState,
    ReservationState,
    StockMovement,
    StockReservation,
)
from .payments import provider


@dataclass(frozen=True)
class Fault:
    """`check` names the rule, `row` what breaks it, for an operator to look up."""

    check: str
    row: str


def stock_is_the_ledgers_sum() -> Iterator[str]:
    ledger = Coalesce(Sum("movements__delta"), 0)
    wrong = Variant.objects.annotate(ledger=ledger).exclude(stock=F("ledger"))
    for sku, stock, total in wrong.values_list("sku", "stock", "ledger"):
        yield f"{sku}: {stock} in stock, {total} by the ledger"


def nothing_was_sold_that_was_not_there() -> Iterator[str]:
    for movement in StockMovement.objects.filter(balance__lt=0):
        yield f"{movement.sku}: {movement.balance} after movement {movement.pk}"
    for variant in Variant.objects.filter(stock__lt=0):
        yield f"{variant.sku}: {variant.stock} in stock"


def orders_hold_what_their_lines_say() -> Iterator[str]:
    """An order's movements take what its lines have, and nothing once it was cancelled."""
    moved = StockMovement.objects.filter(
        order__isnull=False, kind__in=[MovementKind.SOLD, MovementKind.RELEASED]
    )
    taken = {
        (row["order_id"], row["sku"]): -row["sum"]
        for row in moved.order_by().values("order_id", "sku").annotate(sum=Sum("delta"))
    }
    for line in OrderLine.objects.select_related("order__reservation"):
        reservation: StockReservation | None = getattr(line.order, "reservation", None)
        released = reservation is not None and reservation.state == ReservationState.RELEASED
        held = taken.pop((line.order_id, line.sku), 0)
        if line.variant_id and held != (0 if released else line.quantity):
            yield f"order {line.order.number}: {held} of {line.sku} taken, {line.quantity} ordered"
    for (order_id, sku), held in taken.items():
        if held:
            yield f"order with key {order_id}: {held} of {sku} taken, none ordered"


def nothing_comes_back_that_was_not_sold() -> Iterator[str]:
    of_orders = StockMovement.objects.filter(order__isnull=False).order_by().values("order__number", "sku")
    for row in of_orders.annotate(sum=Sum("delta")).filter(sum__gt=0):
        yield f"order {row['order__number']}: {row['sum']} more of {row['sku']} came back than it took"


def orders_have_lines() -> Iterator[str]:
    for order in Order.objects.filter(lines__isnull=True):
        yield f"order {order.number}"


def totals_add_up() -> Iterator[str]:
    lines = OrderLine.objects.order_by().filter(order=OuterRef("pk")).values("order")
    sums = lines.annotate(sum=Sum(F("price_minor") * F("quantity"))).values("sum")
    for order in Order.objects.annotate(sum=Coalesce(Subquery(sums), 0)):
        total = order.sum - order.discount_minor + order.shipping_minor
        if (order.sum, total) != (order.goods_minor, order.total_minor):
            yield f"order {order.number}: {total} by its lines, {order.total_minor} stored"


def paid_orders_have_one_payment_of_their_total() -> Iterator[str]:
    captured = Q(payments__state=PaymentState.CAPTURED)
    orders = Order.objects.annotate(
        count=Count("payments", filter=captured),
        amount=Coalesce(Sum("payments__amount_minor", filter=captured), 0),
    )
    for order in orders:
        count, amount = order.count, order.amount
        if _must_be_paid(order) and (count, amount) != (1, order.total_minor):
            yield f"order {order.number}: {count} payments of {amount}, {order.total_minor} due"
        if count > 1 or (count and not order.paid_at and order.state != OrderState.CANCELLED):
            yield f"order {order.number}: {count} payments of an order that is not paid"


def cancelled_orders_keep_no_money() -> Iterator[str]:
    kept = Payment.objects.filter(state=PaymentState.CAPTURED, refunded_minor__lt=F("amount_minor"))
    for payment in kept.filter(order__state__in=[OrderState.CANCELLED, OrderState.REFUNDED]):
        yield f"order {payment.order.number}: {payment.refundable} kept"


def refunds_add_up() -> Iterator[str]:
    paid_back = Coalesce(Sum("refunds__amount_minor", filter=~Q(refunds__state=RefundState.FAILED)), 0)
    for payment in Payment.objects.annotate(sum=paid_back).exclude(sum=F("refunded_minor")):
        yield f"order {payment.order.number}: {payment.sum} paid back, {payment.refunded_minor} noted"


def coupons_are_used_within_limits() -> Iterator[str]:
    for coupon in Coupon.objects.annotate(held=Count("order_uses")):
        held: int = coupon.held
        if held != coupon.uses or (coupon.max_uses is not None and held > coupon.max_uses):
            yield f"coupon {coupon.code}: {held} orders hold it, {coupon.uses} counted"
    uses = (
        CouponUse.objects.exclude(email="")
        .order_by()
        .values("coupon__code", "email")
        .annotate(count=Count("id"))
    )
    for row in uses.filter(count__gt=F("coupon__max_uses_per_customer")):
        yield f"coupon {row['coupon__code']}: {row['count']} uses by one customer"


def history_ends_in_the_state() -> Iterator[str]:
    last = OrderEvent.objects.filter(order=OuterRef("pk")).order_by("-id").values("to_state")[:1]
    for order in Order.objects.annotate(last=Subquery(last)).exclude(state=F("last")):
        yield f"order {order.number}: {order.state}, by its history {order.last}"
    for silent in Order.objects.filter(events__isnull=True):
        yield f"order {silent.number}: no history"


CHECKS: Final[tuple[Callable[[], Iterator[str]], ...]] = (
    stock_is_the_ledgers_sum,
    nothing_was_sold_that_was_not_there,
    orders_hold_what_their_lines_say,
    nothing_comes_back_that_was_not_sold,
    orders_have_lines,
    totals_add_up,
    paid_orders_have_one_payment_of_their_total,
    cancelled_orders_keep_no_money,
    refunds_add_up,
    coupons_are_used_within_limits,
    history_ends_in_the_state,
)


def order_faults() -> list[Fault]:
    """None where all holds."""
    return [Fault(check.__name__.replace("_", " "), row) for check in CHECKS for row in check()]


def _must_be_paid(order: Order) -> bool:
    if order.paid_at or order.state in (OrderState.PAID, OrderState.REFUNDED):
        return True
    sent = order.state in (OrderState.PACKED, OrderState.SHIPPED, OrderState.DELIVERED)
    return sent and not provider(order.payment_method).facts.waits
