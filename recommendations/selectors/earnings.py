"""What the lists that recommend are worth: shown, clicked, added, bought, by place and day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from catalog.money import Money, default_currency
from shop.models import OrderLine, OrderState

from ..intervals import NOTHING, Share, wilson
from ..models import Interaction, InteractionKind, PhotoDemand
from ..places import Place

DAYS = 30
_TYPES = 15
Counts = Mapping[str, int]
"""By kind."""


@dataclass(frozen=True)
class PlaceEarnings:
    """One list: counts of tiles by what came of them, as shares of those shown; clicks by day, the oldest
    first, NOTHING on a day without any tile."""

    label: str
    shown: int
    clicked: int
    added: int
    bought: int
    revenue: Money
    by_day: tuple[tuple[date, Share], ...]

    @property
    def click_share(self) -> Share:
        return wilson(self.clicked, self.shown)

    @property
    def add_share(self) -> Share:
        return wilson(self.added, self.shown)

    @property
    def buy_share(self) -> Share:
        return wilson(self.bought, self.shown)


@dataclass(frozen=True)
class Demand:
    """How many shoppers looked for one type by photo, and the share that found nothing close."""

    product_type: str
    shoppers: int
    missed: Share


@dataclass(frozen=True)
class Earnings:
    places: list[PlaceEarnings]
    demand: list[Demand]


def earnings(*, now: datetime, days: int = DAYS) -> Earnings:
    """Of the last days, this one included; in a constant number of queries."""
    first = timezone.localdate(now) - timedelta(days=days - 1)
    rows = Interaction.objects.filter(day__gte=first).order_by().values_list("place", "kind", "day")
    counted: dict[tuple[str, str, date], int] = {
        (place, kind, day): count for place, kind, day, count in rows.annotate(count=Count("pk"))
    }
    revenue = _revenue(first)
    span = [first + timedelta(days=offset) for offset in range(days)]
    places = [_place(place, counted, revenue.get(place.value, 0), span) for place in Place]
    return Earnings(places, _demand(first))


def _place(
    place: Place, counted: Mapping[tuple[str, str, date], int], revenue: int, span: list[date]
) -> PlaceEarnings:
    def on(kind: str, day: date) -> int:
        return counted.get((place.value, kind, day), 0)

    totals = {kind.value: sum(on(kind, day) for day in span) for kind in InteractionKind}
    return PlaceEarnings(
        label=str(place.label),
        **totals,
        revenue=Money(revenue, default_currency()),
        by_day=tuple((day, _clicks(on("clicked", day), on("shown", day))) for day in span),
    )


def _clicks(clicked: int, shown: int) -> Share:
    return wilson(clicked, shown) if shown else NOTHING


def _revenue(first: date) -> dict[str, int]:
    """Minor units by place, of orders that were not cancelled."""
    lines = OrderLine.objects.filter(
        order__placed_at__date__gte=first, order__currency=default_currency(), source__in=Place.values
    ).exclude(order__state=OrderState.CANCELLED)
    return dict(lines.order_by().values_list("source").annotate(sum=Sum(F("price_minor") * F("quantity"))))


def _demand(first: date) -> list[Demand]:
    rows = PhotoDemand.objects.filter(day__gte=first).order_by().values_list("product_type")
    counted = rows.annotate(of=Count("pk"), missed=Count("pk", filter=Q(nothing_close=True)))
    most = counted.filter(missed__gt=0).order_by("-missed", "product_type")[:_TYPES]
    return [Demand(product_type, of, wilson(missed, of)) for product_type, of, missed in most]
