"""What was bought together with products, where there are orders."""

from collections.abc import Collection

from django.db.models import Count

from shop.models import Order, OrderLine, OrderState

ORDERS = 500
"""The latest so many with one of the products tell enough."""
AT_LEAST = 2
"""Orders: once may be chance."""
_UNDONE = (OrderState.CANCELLED, OrderState.REFUNDED)


def bought_together(*, product_ids: Collection[int], limit: int) -> list[int]:
    """Other products by how many orders have them beside one of these, the most first; in one query."""
    orders = Order.objects.exclude(state__in=_UNDONE).filter(lines__variant__product__in=product_ids)
    latest = orders.order_by("-placed_at", "-pk").values("pk")[:ORDERS]
    lines = OrderLine.objects.filter(order__in=latest, variant__isnull=False).order_by()
    others = lines.exclude(variant__product__in=product_ids).values_list("variant__product_id")
    counted = others.annotate(orders=Count("order", distinct=True)).filter(orders__gte=AT_LEAST)
    return [pk for pk, _ in counted.order_by("-orders", "variant__product_id")[:limit]]
