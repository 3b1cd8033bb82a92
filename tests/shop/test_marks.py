"""What lists say of the shopper's cart and wish-list."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from shop.holder import Holder
from shop.models import Cart, WishList
from shop.selectors.marks import products_in_cart, wished_products
from shop.services.cart import add_to_cart
from shop.services.wishlist import save_wish
from tests.factories import make_product

pytestmark = pytest.mark.django_db


def test_items_are_counted_by_product(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    cart, shirt, hat = Cart(), make_product(sizes=["S", "M"]), make_product()
    for variant in shirt.variants.all():
        add_to_cart(cart=cart, sku=variant.sku, quantity=2)
    add_to_cart(cart=cart, sku=hat.variants.get().sku, quantity=1)
    with django_assert_num_queries(1):
        assert products_in_cart(holder=Holder(token=cart.token)) == {shirt.pk: 4, hat.pk: 1}


def test_wishes_are_known_by_product(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    wishlist, shirt, hat = WishList(), make_product(), make_product()
    save_wish(wishlist=wishlist, product_id=shirt.pk)
    save_wish(wishlist=WishList(), product_id=hat.pk)
    with django_assert_num_queries(1):
        assert wished_products(holder=Holder(token=wishlist.token)) == {shirt.pk}


def test_without_a_cookie_nothing_is_asked(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert products_in_cart(holder=Holder()) == {}
        assert wished_products(holder=Holder()) == frozenset()


def test_a_list_marks_what_is_in_the_cart(client: Client, shirt: Variant) -> None:
    assert "In cart" not in client.get("/").content.decode()
    client.post("/cart/add/", {"sku": shirt.sku, "quantity": 2})
    client.get("/cart/")
    assert "In cart (2)" in client.get("/").content.decode()
    assert "In cart (2)" in client.get(shirt.product.get_absolute_url()).content.decode()


def test_marks_cost_a_list_one_query_each(client: Client, shirt: Variant) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/")
        return len(captured)

    before = queries()
    client.post("/cart/add/", {"sku": shirt.sku})
    client.post("/wishlist/change/", {"product": shirt.product_id, "wanted": "1"})
    client.get("/cart/")
    assert queries() == before + 2
    for _ in range(4):
        product = make_product(category=shirt.product.category)
        client.post("/cart/add/", {"sku": product.variants.get().sku})
        client.post("/wishlist/change/", {"product": product.pk, "wanted": "1"})
    client.get("/cart/")
    assert queries() == before + 2
