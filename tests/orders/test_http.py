"""The same through gunicorn: real requests, two processes, connections of their own."""

from collections.abc import Iterator
from functools import partial
from http.client import HTTPException
from pathlib import Path

import pytest
from django.db import connection

from benchmarks.scorecard.judge import Judge, bank
from benchmarks.scorecard.rounds import BANK_SHOP
from benchmarks.scorecard.server import gunicorn
from benchmarks.scorecard.shopper import Answer, Shopper
from shop.models import Order, OrderState
from tests.at_once import at_once
from tests.factories import make_product

from .kit import assert_all_holds, make_delivery

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS = 12
DYING_SHOP = "benchmarks.scorecard.dying_wsgi:application"


@pytest.fixture
def sku() -> str:
    """The last one of its kind."""
    make_delivery()
    return make_product(images=0, stock=1).variants.get().sku


def rush(port: int, sku: str) -> list[Answer]:
    """What so many hear who send their orders for one thing at once."""
    shoppers = [Shopper(port) for _ in range(CLIENTS)]
    forms = [shopper.ready(sku) for shopper in shoppers]
    acts = [partial(shopper.order, form) for shopper, form in zip(shoppers, forms, strict=True)]
    return at_once(acts)


@pytest.fixture
def judge() -> Iterator[Judge]:
    with bank() as judge:
        yield judge


def assert_sold_once(port: int, sku: str) -> None:
    answers = rush(port, sku)
    assert [answer.is_order for answer in answers].count(True) == 1
    assert [answer.is_refusal for answer in answers].count(True) == CLIENTS - 1


def assert_one_form_is_one_order(port: int, shopper: Shopper) -> tuple[dict[str, str], Answer]:
    """The form, and what all who sent it heard."""
    form = shopper.ready(make_product(images=0).variants.get().sku)
    same = at_once([partial(shopper.order, form)] * CLIENTS)
    assert len({answer.location for answer in same}) == 1
    assert shopper.order(form | {"name": "Eve"}).status == 422
    return form, same[0]


def assert_one_charge_though_the_process_is_killed(port: int, judge: Judge) -> None:
    """After the bank has charged, before that is written down."""
    shopper, charges = Shopper(port), len(judge.charges)
    form = shopper.ready(make_product(images=0).variants.get().sku)
    with pytest.raises((OSError, HTTPException)):
        shopper.order(form)
    assert Order.objects.latest("id").state == OrderState.PLACED
    assert len(judge.charges) == charges + 1
    assert shopper.order(form).is_order
    assert Order.objects.latest("id").state == OrderState.PAID
    assert len(judge.charges) == charges + 1


# One test, since each start of a server costs seconds.
def test_sold_once_charged_once_and_no_key_forgotten(sku: str, judge: Judge, tmp_path: Path) -> None:
    bank, note = {"VITRINE_BANK": judge.url}, tmp_path / "died"
    with gunicorn(BANK_SHOP, **bank) as port:
        assert_sold_once(port, sku)
        shopper = Shopper(port)
        form, heard = assert_one_form_is_one_order(port, shopper)
    with gunicorn(DYING_SHOP, VITRINE_DIED=str(note), **bank) as port:
        assert Shopper(port, shopper.cookies).order(form).location == heard.location
        assert not note.exists()
        assert_one_charge_though_the_process_is_killed(port, judge)
        assert note.exists()
    charged = [(charge["order"], charge["amount"]) for charge in judge.charges]
    assert sorted(charged) == sorted(Order.objects.values_list("number", "total_minor"))
    assert len(charged) == 3
    assert_all_holds()


def test_without_the_lock_the_same_rush_sells_it_twice(sku: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE catalog_variant DROP CONSTRAINT variant_stock_not_negative")
    try:
        with gunicorn("benchmarks.scorecard.unlocked_wsgi:application") as port:
            assert [answer.is_order for answer in rush(port, sku)].count(True) > 1
    finally:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE catalog_variant CASCADE")
            cursor.execute(
                "ALTER TABLE catalog_variant ADD CONSTRAINT variant_stock_not_negative CHECK (stock >= 0)"
            )
