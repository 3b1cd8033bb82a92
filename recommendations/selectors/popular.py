"""What many buy, and what is new: what a newcomer sees, and what lies beyond anybody's taste."""

from datetime import datetime, timedelta
from functools import lru_cache

from django.db.models import Count

from catalog.models import Product
from shop.models import OrderLine, OrderState

DAYS = 30
MOST = 48
_FRESH_SECONDS = 300
_UNDONE = (OrderState.CANCELLED, OrderState.REFUNDED)


def popular_products(*, now: datetime) -> list[int]:
    """Of the last DAYS days, in most orders first, in stock when last looked; kept for five minutes."""
    return list(_counted(int(now.timestamp() // _FRESH_SECONDS)))


def new_products(*, limit: int) -> list[int]:
    """In stock, the newest first."""
    return list(Product.objects.published().in_stock().newest().values_list("pk", flat=True)[:limit])


@lru_cache(maxsize=1)
def _counted(period: int) -> tuple[int, ...]:
    since = datetime.fromtimestamp(period * _FRESH_SECONDS).astimezone() - timedelta(days=DAYS)
    lines = OrderLine.objects.filter(order__placed_at__gte=since).exclude(order__state__in=_UNDONE)
    sold = lines.filter(variant__product__in=Product.objects.published().in_stock()).order_by()
    counted = sold.values_list("variant__product_id").annotate(orders=Count("order", distinct=True))
    return tuple(pk for pk, _ in counted.order_by("-orders", "variant__product_id")[:MOST])
