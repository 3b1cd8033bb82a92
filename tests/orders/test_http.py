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


def test_the_last_item_is_sold_once_and_one_form_is_one_order(sku: str, judge: Judge) -> None:
    with gunicorn(BANK_SHOP, VITRINE_BANK=judge.url) as port:
        answers = rush(port, sku)
        assert [answer.is_order for answer in answers].count(True) == 1
        assert [answer.is_refusal for answer in answers].count(True) == CLIENTS - 1

        shopper, other = Shopper(port), make_product(images=0).variants.get().sku
        form = shopper.ready(other)
        same = at_once([partial(shopper.order, form)] * CLIENTS)
        assert len({answer.location for answer in same}) == 1
        assert shopper.order(form | {"name": "Eve"}).status == 422
    with gunicorn(BANK_SHOP, VITRINE_BANK=judge.url) as port:  # a restart forgets no key
        assert Shopper(port, shopper.cookies).order(form).location == same[0].location
    charged = [(charge["order"], charge["amount"]) for charge in judge.charges]
    assert sorted(charged) == sorted(Order.objects.values_list("number", "total_minor"))
    assert len(charged) == 2
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


def test_a_process_killed_between_charge_and_commit_charges_once(
    sku: str, judge: Judge, tmp_path: Path
) -> None:
    note = tmp_path / "died"
    environment = {"VITRINE_DIED": str(note), "VITRINE_BANK": judge.url}
    with gunicorn("benchmarks.scorecard.dying_wsgi:application", **environment) as port:
        shopper = Shopper(port)
        form = shopper.ready(sku)
        with pytest.raises((OSError, HTTPException)):
            shopper.order(form)
        assert note.exists()
        assert Order.objects.get().state == OrderState.PLACED
        assert len(judge.charges) == 1
        assert shopper.order(form).is_order
    assert Order.objects.get().state == OrderState.PAID
    assert len(judge.charges) == 1
    assert_all_holds()
