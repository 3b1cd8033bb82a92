"""The checker says nothing of a sound shop, and names one corrupted row of each kind."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from catalog.models import Variant
from catalog.money import Money
from shop.models import Coupon, CouponUse
from shop.order_checks import CHECKS, order_faults
from shop.services.payments import pay_order
from shop.services.refunds import refund_order

from .kit import buy, make_cart, place

pytestmark = pytest.mark.django_db

CORRUPTIONS = {
    "stock is the ledgers sum": "UPDATE catalog_variant SET stock = stock + 1",
    "nothing was sold that was not there": "UPDATE shop_stockmovement SET balance = -1 WHERE kind = 'sold'",
    "orders hold what their lines say": "UPDATE shop_stockmovement SET delta = -2 WHERE kind = 'sold'",
    "nothing comes back that was not sold": "UPDATE shop_stockmovement SET delta = 1 WHERE kind = 'sold'",
    "orders have lines": "DELETE FROM shop_orderline",
    "totals add up": "UPDATE shop_order SET goods_minor = goods_minor + 1, total_minor = total_minor + 1",
    "paid orders have one payment of their total": "UPDATE shop_payment SET amount_minor = amount_minor + 1",
    "cancelled orders keep no money": "UPDATE shop_order SET state = 'cancelled'",
    "refunds add up": "UPDATE shop_refund SET amount_minor = amount_minor + 1",
    "coupons are used within limits": "UPDATE shop_coupon SET uses = 2",
    "history ends in the state": "UPDATE shop_order SET state = 'packed'",
}


def corrupt(statement: str) -> None:
    """As no constraint or trigger lets it happen."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement)
        cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.fixture
def sold(shirt: Variant) -> None:
    """A paid order with a coupon, partly paid back."""
    coupon = Coupon.objects.create(code="TEN", kind="percent", percent=10)
    order = place(make_cart(shirt, coupon=coupon))
    buy(shirt, payment_method="invoice")
    pay_order(order=order)
    refund_order(order=order, amount=Money(100, "EUR"), actor="admin")


def test_a_sound_shop(sold: None) -> None:
    out = StringIO()
    call_command("check_orders", stdout=out)
    assert out.getvalue() == f"All {len(CHECKS)} rules hold.\n"


def test_every_rule_is_tried() -> None:
    assert set(CORRUPTIONS) == {check.__name__.replace("_", " ") for check in CHECKS}


@pytest.mark.parametrize("rule", CORRUPTIONS)
def test_one_corrupted_row_is_named(sold: None, rule: str) -> None:
    corrupt(CORRUPTIONS[rule])
    assert rule in {fault.check for fault in order_faults()}
    err = StringIO()
    with pytest.raises(CommandError, match="break a rule"):
        call_command("check_orders", stderr=err)
    assert rule in err.getvalue()


def test_too_many_uses_by_one_customer(sold: None, shirt: Variant) -> None:
    corrupt("UPDATE shop_coupon SET max_uses_per_customer = 1, uses = 2")
    CouponUse.objects.create(coupon=Coupon.objects.get(), order=buy(shirt), email="ada@example.com")
    assert {fault.check for fault in order_faults()} == {"coupons are used within limits"}
