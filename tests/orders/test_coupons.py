from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.models import Variant
from shop.models import Coupon, CouponUse, Order, ShippingRate
from shop.quotes import CouponRefused
from shop.services.coupons import apply_coupon, remove_coupon
from shop.services.payments import pay_order

from .kit import make_cart, place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def coupon(**fields: Any) -> Coupon:
    return Coupon.objects.create(**{"code": "TEN", "kind": "percent", "percent": 10} | fields)


def bought(shirt: Variant, applied: Coupon, **fields: Any) -> Order:
    return place(make_cart(shirt, coupon=applied), **fields)


@pytest.mark.parametrize(
    ("fields", "discount", "shipping"),
    [
        ({}, 200, 490),
        ({"kind": "amount", "percent": None, "amount_minor": 500}, 500, 490),
        ({"kind": "amount", "percent": None, "amount_minor": 9999}, 1999, 490),
        ({"kind": "free_shipping", "percent": None}, 0, 0),
    ],
)
def test_what_it_takes_off(shirt: Variant, fields: dict[str, Any], discount: int, shipping: int) -> None:
    order = bought(shirt, coupon(**fields))
    assert (order.discount_minor, order.shipping_minor) == (discount, shipping)
    assert CouponUse.objects.get().email == "ada@example.com"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"ends_at": timezone.now() - timedelta(days=1)}, "not valid any more"),
        ({"starts_at": timezone.now() + timedelta(days=1)}, "not valid yet"),
        ({"minimum_minor": 5000}, r"for orders of €50\.00"),
        ({"minimum_minor": 1, "currency": "JPY"}, "another currency"),
        ({"max_uses": 0}, "used up"),
        ({"is_active": False}, "not valid any more"),
    ],
)
def test_why_it_does_not_hold(shirt: Variant, fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CouponRefused, match=sentence):
        bought(shirt, coupon(**fields))
    assert not Order.objects.exists()


def test_one_customer_uses_it_so_often_and_no_more(shirt: Variant) -> None:
    once = coupon(max_uses_per_customer=1)
    bought(shirt, once)
    with pytest.raises(CouponRefused, match="You have used this code already"):
        bought(shirt, once, email="ADA@example.com")
    bought(shirt, once, email="bob@example.com")


def test_a_refused_payment_gives_it_back(shirt: Variant) -> None:
    once = coupon(max_uses=1)
    order = bought(shirt, once, payment_choice="fail")
    pay_order(order=order)
    once.refresh_from_db()
    assert once.uses == 0
    assert order.cart
    order.cart.refresh_from_db()
    assert order.cart.coupon == once


def test_goods_for_nothing_are_paid_without_a_charge(shirt: Variant) -> None:
    cart = make_cart(shirt, coupon=coupon(percent=100))
    ShippingRate.objects.update(price_minor=0)
    order = place(cart)
    pay_order(order=order)
    order.refresh_from_db()
    assert (order.total_minor, order.state) == (0, "paid")


def test_a_code_is_put_on_a_cart_and_taken_off(shirt: Variant) -> None:
    cart, ten = make_cart(shirt), coupon()
    assert apply_coupon(cart=cart, code=" ten ", now=timezone.now()) == ten
    remove_coupon(cart=cart)
    cart.refresh_from_db()
    assert cart.coupon is None


@pytest.mark.parametrize("code", ["", "X" * 99, "\x00", "<b>", "TEN%"])
def test_there_is_no_such_code(shirt: Variant, code: str) -> None:
    coupon()
    with pytest.raises(CouponRefused, match="no such code"):
        apply_coupon(cart=make_cart(shirt), code=code, now=timezone.now())


def test_what_does_not_hold_is_not_put_on(shirt: Variant) -> None:
    cart, kept = make_cart(shirt), coupon(code="KEPT")
    coupon(minimum_minor=2000)
    apply_coupon(cart=cart, code="kept", now=timezone.now())
    with pytest.raises(CouponRefused, match=r"for orders of €20\.00"):
        apply_coupon(cart=cart, code="ten", now=timezone.now())
    cart.refresh_from_db()
    assert cart.coupon == kept


def test_the_database_counts_too(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        coupon(max_uses=1, uses=2)
