from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import connection

from shop.models import Cart, CartLine
from shop.services.cart import NotEnoughStock, add_to_cart
from tests.factories import make_product

pytestmark = pytest.mark.django_db(transaction=True)

T = TypeVar("T")


def at_once(times: int, act: Callable[[], T]) -> list[T]:
    """What `act` gives in so many threads that start together, each on a connection of its own."""
    barrier = Barrier(times)

    def run() -> T:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as threads:
        return [future.result() for future in [threads.submit(run) for _ in range(times)]]


def test_parallel_first_adds_of_one_sku_sum_up() -> None:
    sku, token = make_product(images=0, stock=50).variants.get().sku, uuid4()
    at_once(8, lambda: add_to_cart(cart=Cart(token=token), sku=sku, quantity=2).pk)
    assert Cart.objects.count() == 1
    assert CartLine.objects.get().quantity == 16


def test_parallel_adds_stop_at_the_stock() -> None:
    sku, token = make_product(images=0, stock=5).variants.get().sku, uuid4()

    def add() -> bool:
        try:
            add_to_cart(cart=Cart(token=token), sku=sku, quantity=2)
        except NotEnoughStock:
            return False
        return True

    assert sorted(at_once(6, add)) == [False, False, False, False, True, True]
    assert CartLine.objects.get().quantity == 4
