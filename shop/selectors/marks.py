"""What the tiles of any list mark for one shopper: what is in the cart, and what is on the wish-list."""

from collections.abc import Mapping

from django.db.models import Sum

from ..holder import Holder
from ..models import Cart, CartLine, Wish, WishList


def products_in_cart(*, holder: Holder) -> Mapping[int, int]:
    """How many of each product are in the cart, by product id; one query, none for an unknown holder."""
    if not holder.is_known:
        return {}
    lines = CartLine.objects.filter(cart__in=Cart.objects.held_by(holder)).order_by()
    return dict(lines.values_list("variant__product_id").annotate(Sum("quantity")))


def wished_products(*, holder: Holder) -> frozenset[int]:
    """The ids of the products on the wish-list; in one query, in none for an unknown holder."""
    if not holder.is_known:
        return frozenset()
    wishes = Wish.objects.filter(wishlist__in=WishList.objects.held_by(holder)).order_by()
    return frozenset(wishes.values_list("product_id", flat=True))
