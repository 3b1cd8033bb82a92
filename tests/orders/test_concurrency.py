"""Many who buy at once, on a real PostgreSQL: nothing is sold twice, and nothing that could be sold stays."""

from collections.abc import Callable, Iterator
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from catalog.models import Variant
from shop.models import Coupon, Order, OrderState, Payment, PaymentState, TestCardCharge
from shop.order_checks import order_faults
from shop.order_states import OrderError
from shop.payments import Outcome
from shop.services import orders as ordering
from shop.services.orders import CannotBeBought
from shop.services.payments import pay_order, record_outcome
from tests.at_once import at_once
from tests.factories import make_product

from .kit import assert_all_holds, make_cart, make_delivery, place

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS = 50


@pytest.fixture(autouse=True)
def shop() -> None:
    make_delivery()


def variant(stock: int) -> Variant:
    return make_product(images=0, stock=stock).variants.get()


def outcome(act: Callable[[], object]) -> str:
    """Empty, or why it was refused."""
    try:
        act()
    except OrderError as error:
        return type(error).__name__
    return ""


def buyers(*goods: Variant, count: int = CLIENTS, **fields: Any) -> list[Callable[[], str]]:
    carts = [make_cart(*goods, **fields) for _ in range(count)]
    return [partial(outcome, partial(_buy, cart)) for cart in carts]


def _buy(cart: object) -> None:
    pay_order(order=place(cart))  # type: ignore[arg-type]


def deadlocks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def test_the_last_item_is_sold_once() -> None:
    said = at_once(buyers(variant(1)))
    assert sorted(said) == [""] + ["CannotBeBought"] * (CLIENTS - 1)
    assert_all_holds()


def test_all_of_thirty_are_sold_and_no_more() -> None:
    item = variant(30)
    assert at_once(buyers(item)).count("") == 30
    item.refresh_from_db()
    assert item.stock == 0
    assert_all_holds()


def test_baskets_in_opposite_order_wait_for_nobody_in_a_ring() -> None:
    goods = [variant(100) for _ in range(4)]
    before = deadlocks()
    acts = buyers(*goods, count=10) + buyers(*reversed(goods), count=10)
    assert set(at_once(acts)) == {""}
    assert deadlocks() == before
    assert_all_holds()


def test_one_key_twenty_times_is_one_order_and_one_charge() -> None:
    cart, key = make_cart(variant(30)), uuid4()

    def buy() -> str:
        order = place(cart, key=key)
        pay_order(order=order)
        return order.number

    assert len(set(at_once([buy] * 20))) == 1
    assert (Order.objects.count(), Payment.objects.count(), TestCardCharge.objects.count()) == (1, 1, 1)
    assert_all_holds()


def test_one_cart_under_twenty_keys_is_one_order() -> None:
    cart = make_cart(variant(30))
    said = at_once([partial(outcome, partial(_buy, cart))] * 20)
    assert sorted(said) == [""] + ["EmptyCart"] * 19
    assert_all_holds()


def test_a_single_use_coupon_is_used_once() -> None:
    coupon = Coupon.objects.create(code="ONCE", kind="percent", percent=50, max_uses=1)
    said = at_once(buyers(variant(100), coupon=coupon))
    assert sorted(said) == [""] + ["CouponRefused"] * (CLIENTS - 1)
    coupon.refresh_from_db()
    assert coupon.uses == 1
    assert_all_holds()


def test_what_a_provider_says_twenty_times_in_any_order_changes_the_state_once() -> None:
    order = place(make_cart(variant(5)), payment_choice="confirm")
    payment = pay_order(order=order)
    states = [
        PaymentState.PENDING,
        PaymentState.CAPTURED,
        PaymentState.NEEDS_CONFIRMATION,
        PaymentState.CAPTURED,
    ]
    at_once([partial(record_outcome, payment_id=payment.pk, outcome=Outcome(state)) for state in states * 5])
    order.refresh_from_db()
    assert order.state == OrderState.PAID
    assert list(order.events.values_list("to_state", flat=True)) == ["placed", "paid"]
    assert_all_holds()


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Orders that read the stock without a lock, all before the first one writes, and without the check."""
    barrier = Barrier(CLIENTS)

    def read(ids: Iterator[int]) -> dict[int, Variant]:
        found = Variant.objects.select_related("product").in_bulk(list(ids))
        barrier.wait(timeout=60)
        return found

    monkeypatch.setattr(ordering, "lock_variants", read)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE catalog_variant DROP CONSTRAINT variant_stock_not_negative")
        yield
        cursor.execute("TRUNCATE catalog_variant CASCADE")
        cursor.execute(
            "ALTER TABLE catalog_variant ADD CONSTRAINT variant_stock_not_negative CHECK (stock >= 0)"
        )


def test_without_locks_and_constraint_it_would_be_oversold(unlocked: None) -> None:
    item = variant(1)
    assert at_once(buyers(item)).count("") > 1
    item.refresh_from_db()
    assert item.stock < 0
    assert "nothing was sold that was not there" in {fault.check for fault in order_faults()}


def test_without_locks_the_constraint_still_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "lock_variants", lambda ids: Variant.objects.in_bulk(list(ids)))
    item = variant(1)

    def buy() -> bool:
        try:
            place(make_cart(item))
        except Exception:
            return False
        return True

    assert at_once([buy] * 10).count(True) == 1
    assert_all_holds()


def test_what_is_refused_says_why() -> None:
    item = variant(0)
    with pytest.raises(CannotBeBought, match="is sold out"):
        place(make_cart(item))
