"""Putting a coupon on a cart, taking it off, and what an order does to its uses.

Pages and API alike call `apply_coupon` and `remove_coupon`; `shop.selectors.cart_coupon.cart_coupon` tells
what the cart's coupon takes off now. Whether it holds is judged again when an order is placed.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from ..models import Cart, Coupon, CouponUse, Order
from ..quotes import CouponRefused, check_coupon, find_coupon, goods_to_buy


@transaction.atomic
def apply_coupon(*, cart: Cart, code: str, now: datetime) -> Coupon:
    """Put the coupon on the cart, in place of another.

    Raises CouponRefused where there is no such code, or it does not hold for what is in the cart; then the
    cart is as it was. The uses of one customer are counted when the order says who that is.
    """
    coupon = find_coupon(code=code)
    if coupon is None:
        raise CouponRefused(_("There is no such code."))
    check_coupon(coupon=coupon, goods=goods_to_buy(cart=cart), now=now)
    if cart.pk is None:
        raise CouponRefused(_("Your cart is empty."))
    Cart.objects.filter(pk=cart.pk).update(coupon=coupon)
    cart.coupon = coupon
    return coupon


def remove_coupon(*, cart: Cart) -> None:
    """Take the coupon off, if there is one."""
    Cart.objects.filter(pk=cart.pk).update(coupon=None)
    cart.coupon = None


def lock_coupon(coupon_id: int) -> Coupon:
    """As it is now, and until the transaction ends."""
    return Coupon.objects.select_for_update().get(pk=coupon_id)


def use_coupon(order: Order, coupon: Coupon) -> None:
    """Of a coupon that is locked and holds for the order."""
    Coupon.objects.filter(pk=coupon.pk).update(uses=F("uses") + 1)
    CouponUse.objects.create(coupon=coupon, order=order, email=order.email.lower())


def release_coupon(order: Order) -> None:
    """The order does not need it any more."""
    if order.coupon_id and CouponUse.objects.filter(order=order).delete()[0]:
        Coupon.objects.filter(pk=order.coupon_id).update(uses=F("uses") - 1)
