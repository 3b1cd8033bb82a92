"""What the coupon on a cart takes off now, before anybody has said where to deliver."""

from dataclasses import dataclass
from datetime import datetime

from catalog.money import Money

from ..models import Cart
from ..quotes import CouponRefused, check_coupon, goods_to_buy
from ..totals import discount_minor


@dataclass(frozen=True)
class CartCoupon:
    """`goods` − `discount` = `total`, delivery not counted.

    `problem` is a translated sentence where the code does not hold for the cart as it is: then it takes off
    nothing, and an order with it is refused until it holds again or is taken off.
    """

    code: str
    goods: Money
    discount: Money
    free_shipping: bool = False
    problem: str = ""

    @property
    def total(self) -> Money:
        return Money(self.goods.minor - self.discount.minor, self.goods.currency)


def cart_coupon(*, cart: Cart, now: datetime) -> CartCoupon | None:
    """None without a coupon, and then without a query."""
    if cart.pk is None or cart.coupon is None:
        return None
    goods = goods_to_buy(cart=cart)
    nothing = Money(0, goods.currency)
    try:
        check_coupon(coupon=cart.coupon, goods=goods, now=now)
    except CouponRefused as refused:
        return CartCoupon(cart.coupon.code, goods, nothing, problem=str(refused))
    reduction = cart.coupon.reduction
    off = Money(discount_minor(goods.minor, reduction), goods.currency)
    return CartCoupon(cart.coupon.code, goods, off, reduction.free_shipping)
