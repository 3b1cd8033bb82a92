"""What was sold lately, in the shop's currency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate

from catalog.models import Variant
from catalog.money import Money, default_currency

from ..models import Order, OrderLine, OrderState, Refund, RefundState

DAYS: Final = 30
FEW_LEFT: Final = 3
_ROWS: Final = 10
HEIGHT: Final = 160
BAR: Final = 20
"""Of the chart, in its own units: a bar and its gap."""


@dataclass(frozen=True)
class Bar:
    """One day: `x`, `y` and `height` place it in the chart."""

    day: date
    revenue: Money
    x: int
    y: int
    height: int


@dataclass(frozen=True)
class Share:
    """What came from one list of the shop; `percent` of all goods sold."""

    source: str
    revenue: Money
    percent: int


@dataclass(frozen=True)
class Sales:
    orders: int
    revenue: Money
    refunded: Money
    average: Money
    bars: tuple[Bar, ...]
    best: tuple[tuple[str, int], ...]
    low: tuple[Variant, ...]
    shares: tuple[Share, ...]

    @property
    def width(self) -> int:
        return BAR * len(self.bars)

    @property
    def most_sold(self) -> int:
        """Of one thing; what the others are drawn against."""
        return max((sold for _title, sold in self.best), default=0)

    @property
    def recommended_percent(self) -> int:
        """Of the goods sold, what came from a list that names itself."""
        return sum(share.percent for share in self.shares if share.source)


def sales_overview(*, now: datetime) -> Sales:
    """Of the last DAYS days. Orders that were cancelled count for nothing."""
    currency, since = default_currency(), now - timedelta(days=DAYS - 1)
    orders = Order.objects.filter(placed_at__date__gte=since.date(), currency=currency).exclude(
        state=OrderState.CANCELLED
    )
    sums = orders.aggregate(count=Count("id"), revenue=Sum("total_minor"))
    count, revenue = sums["count"], sums["revenue"] or 0
    return Sales(
        orders=count,
        revenue=Money(revenue, currency),
        refunded=Money(_refunded(orders), currency),
        average=Money(revenue // count if count else 0, currency),
        bars=_bars(orders, since.date(), currency),
        best=_best_sellers(orders),
        low=_low_stock(orders),
        shares=_shares(orders, currency),
    )


def _refunded(orders: QuerySet[Order]) -> int:
    done = Refund.objects.filter(payment__order__in=orders, state=RefundState.DONE)
    return done.aggregate(sum=Sum("amount_minor"))["sum"] or 0


def _bars(orders: QuerySet[Order], first: date, currency: str) -> tuple[Bar, ...]:
    days = orders.order_by().annotate(day=TruncDate("placed_at")).values_list("day")
    by_day: dict[date, int] = dict(days.annotate(sum=Sum("total_minor")))
    most = max(by_day.values(), default=0) or 1
    return tuple(_bar(place, first + timedelta(days=place), by_day, most, currency) for place in range(DAYS))


def _bar(place: int, day: date, by_day: dict[date, int], most: int, currency: str) -> Bar:
    amount = by_day.get(day, 0)
    height = HEIGHT * amount // most
    return Bar(day, Money(amount, currency), BAR * place, HEIGHT - height, height)


def _best_sellers(orders: QuerySet[Order]) -> tuple[tuple[str, int], ...]:
    lines = OrderLine.objects.filter(order__in=orders).order_by().values_list("title")
    return tuple(lines.annotate(sold=Sum("quantity")).order_by("-sold", "title")[:_ROWS])


def _low_stock(orders: QuerySet[Order]) -> tuple[Variant, ...]:
    """What sells comes first: what nobody buys may well run out."""
    low = Variant.objects.filter(stock__lte=FEW_LEFT, product__is_published=True)
    sold = Coalesce(Sum("order_lines__quantity", filter=Q(order_lines__order__in=orders)), 0)
    return tuple(low.annotate(sold=sold).select_related("product").order_by("-sold", "stock", "sku")[:_ROWS])


def _shares(orders: QuerySet[Order], currency: str) -> tuple[Share, ...]:
    lines = OrderLine.objects.filter(order__in=orders).order_by().values_list("source")
    rows = list(lines.annotate(sum=Sum(F("price_minor") * F("quantity"))).order_by("-sum"))
    return tuple(_percents(rows, currency))


def _percents(rows: Iterable[tuple[str, int]], currency: str) -> Iterable[Share]:
    rows = list(rows)
    total = sum(amount for _source, amount in rows) or 1
    for source, amount in rows:
        yield Share(source, Money(amount, currency), round(100 * amount / total))
