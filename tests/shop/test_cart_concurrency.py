from uuid import uuid4

import pytest

from shop.models import Cart, CartLine
from shop.services.cart import NotEnoughStock, add_to_cart
from tests.at_once import at_once
from tests.factories import make_product

pytestmark = pytest.mark.django_db(transaction=True)


def test_parallel_first_adds_of_one_sku_sum_up() -> None:
    sku, token = make_product(images=0, stock=50).variants.get().sku, uuid4()
    at_once([lambda: add_to_cart(cart=Cart(token=token), sku=sku, quantity=2).pk] * 8)
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

    assert sorted(at_once([add] * 6)) == [False, False, False, False, True, True]
    assert CartLine.objects.get().quantity == 4
