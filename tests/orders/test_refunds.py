import pytest

from catalog.models import Variant
from catalog.money import Money
from shop.models import (
    Coupon,
    CouponUse,
    MailKind,
    MovementKind,
    OrderState,
    OutgoingMail,
    Refund,
    RefundState,
    StockMovement,
    TestCardCharge,
)
from shop.payments import ProviderTimeout
from shop.payments.test_card import TestCardProvider
from shop.services.payments import pay_order
from shop.services.refunds import NotRefundable, NotReturnable, refund_order, settle_pending_refunds

from .kit import buy, make_cart, place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def euros(minor: int) -> Money:
    return Money(minor, "EUR")


def test_a_part_and_then_the_rest(shirt: Variant) -> None:
    order = buy(shirt, quantity=2)
    refund_order(order=order, amount=euros(1999), actor="admin")
    order.refresh_from_db()
    assert order.state == OrderState.PAID
    refund_order(order=order, amount=euros(2489), actor="admin", reason="came back")
    order.refresh_from_db()
    assert order.state == OrderState.REFUNDED
    assert TestCardCharge.objects.get().refunded_minor == 4488
    assert OutgoingMail.objects.filter(kind=MailKind.REFUNDED).count() == 2


def test_goods_that_come_back_are_in_the_ledger(shirt: Variant) -> None:
    order = buy(shirt, quantity=2)
    line = order.lines.get()
    refund_order(order=order, amount=euros(1999), actor="admin", returned={line.pk: 1})
    shirt.refresh_from_db()
    assert shirt.stock == 4
    assert StockMovement.objects.get(kind=MovementKind.RETURNED).delta == 1
    with pytest.raises(NotReturnable):
        refund_order(order=order, amount=euros(1), actor="admin", returned={line.pk: 2})
    assert Refund.objects.count() == 1


@pytest.mark.parametrize("minor", [0, -1, 2490, 10**12])
def test_no_more_than_was_paid(shirt: Variant, minor: int) -> None:
    with pytest.raises(NotRefundable, match=r"€24\.89 of the payment"):
        refund_order(order=buy(shirt), amount=euros(minor), actor="admin")


def test_nothing_where_nothing_was_paid(shirt: Variant) -> None:
    with pytest.raises(NotRefundable, match="Nothing was paid"):
        refund_order(order=buy(shirt, payment_method="invoice"), amount=euros(1), actor="admin")


def test_no_answer_is_asked_again(shirt: Variant, monkeypatch: pytest.MonkeyPatch) -> None:
    order = buy(shirt)

    def silent(*args: object, **kwargs: object) -> bool:
        raise ProviderTimeout

    with monkeypatch.context() as patch:
        patch.setattr(TestCardProvider, "refund", silent)
        refund = refund_order(order=order, amount=euros(2489), actor="admin")
    assert refund.state == RefundState.PENDING
    assert settle_pending_refunds() == 1
    assert settle_pending_refunds() == 0
    order.refresh_from_db()
    assert order.state == OrderState.REFUNDED
    assert TestCardCharge.objects.get().refunded_minor == 2489


def test_a_refusal_leaves_the_money_where_it_is(shirt: Variant) -> None:
    order = buy(shirt)
    TestCardCharge.objects.update(refunded_minor=2489)
    assert refund_order(order=order, amount=euros(2489), actor="admin").state == RefundState.FAILED
    order.refresh_from_db()
    assert order.state == OrderState.PAID
    assert order.payments.get().refunded_minor == 0


def test_a_coupon_is_free_again(shirt: Variant) -> None:
    coupon = Coupon.objects.create(code="ONCE", kind="percent", percent=10, max_uses=1)
    order = place(make_cart(shirt, coupon=coupon))
    pay_order(order=order)
    order.refresh_from_db()
    refund_order(order=order, amount=order.total, actor="admin")
    coupon.refresh_from_db()
    assert coupon.uses == 0
    assert not CouponUse.objects.exists()
