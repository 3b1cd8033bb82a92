"""What the tiles of any list mark for one shopper: what is in the cart, and what is on the wish-list."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Sum

from ..models import CartLine, Wish


def products_in_cart(*, token: UUID | None) -> Mapping[int, int]:
    """How many of each product are in the cart, by product id; in one query, in none without a token."""
    if token is None:
        return {}
    lines = CartLine.objects.filter(cart__token=token).order_by()
    return dict(lines.values_list("variant__product_id").annotate(Sum("quantity")))


def wished_products(*, token: UUID | None) -> frozenset[int]:
    """The ids of the products on the wish-list; in one query, in none without a token."""
    if token is None:
        return frozenset()
    return frozenset(
        Wish.objects.filter(wishlist__token=token).order_by().values_list("product_id", flat=True)
    )
