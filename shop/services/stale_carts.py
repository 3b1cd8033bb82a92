"""Guests' carts and wish-lists that nobody can come back to."""

from datetime import datetime, timedelta
from typing import Final

from ..models import Cart, WishList

KEPT: Final = timedelta(days=90)
"""As long as a browser keeps the cookie that finds them, counted from the last change."""


def forget_stale_carts(*, now: datetime) -> int:
    """Customers' stay. Returns how many carts and lists went."""
    count = 0
    for model in (Cart, WishList):
        stale = model.objects.filter(customer=None, updated_at__lt=now - KEPT)
        count += stale.count()
        stale.delete()
    return count
