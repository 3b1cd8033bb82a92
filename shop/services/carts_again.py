"""An order that was not paid gives its goods back to the cart: nobody picks them twice."""

from django.db.models import F, Value
from django.db.models.functions import Least

from ..models import MAX_QUANTITY, Cart, CartLine, Order


def put_back_into_cart(order: Order) -> None:
    """Into the cart that they came from, where it still exists, with their coupon."""
    if order.cart_id is None:
        return
    for line in order.lines.filter(variant__isnull=False):
        _put_back(order.cart_id, line.variant_id or 0, line.quantity, line.price_minor, line.source)
    if order.coupon_id:
        Cart.objects.filter(pk=order.cart_id, coupon=None).update(coupon=order.coupon_id)


def _put_back(cart_id: int, variant_id: int, quantity: int, price_minor: int, source: str) -> None:
    line, is_new = CartLine.objects.get_or_create(
        cart_id=cart_id,
        variant_id=variant_id,
        defaults={"quantity": quantity, "price_minor": price_minor, "source": source},
    )
    if not is_new:
        CartLine.objects.filter(pk=line.pk).update(
            quantity=Least(F("quantity") + quantity, Value(MAX_QUANTITY))
        )
