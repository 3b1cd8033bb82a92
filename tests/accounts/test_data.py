"""What a customer may have of the shop: a copy of all, and to be forgotten."""

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from shop.models import Address, Cart, Coupon, CouponUse, Order, OrderState, WishList
from shop.services.accounts import OrdersUnderWay, StaffAccount, delete_account
from shop.services.addresses import add_address
from tests.factories import make_product

from .orders import make_order
from .people import PASSWORD, make_customer, signed_in
from .test_addresses import HOME

pytestmark = pytest.mark.django_db

EXPORT = "/account/data/vitrine-data.json"
DELETE = "/account/delete/"


@pytest.fixture
def fresh(customers_client: Client) -> Client:
    """Where `customer` has just said who is there, once more."""
    customers_client.post("/account/reauthenticate/", {"password": PASSWORD})
    return customers_client


def fill(client: Client, customer: User) -> Order:
    """Something of each kind."""
    product = make_product(title="Linen shirt", images=0)
    client.post("/cart/add/", {"sku": product.variants.get().sku})
    client.post("/wishlist/change/", {"product": product.pk, "wanted": "1"})
    client.get("/recently-viewed/", {"product": product.pk})
    add_address(customer=customer, postal=HOME)
    return make_order(customer, product.variants.get(), state=OrderState.DELIVERED)


def test_the_copy_has_something_of_everything(customers_client: Client, customer: User) -> None:
    order = fill(customers_client, customer)
    response = customers_client.get(EXPORT)
    assert response["Content-Disposition"] == 'attachment; filename="vitrine-data.json"'
    data = json.loads(response.content)
    assert data["account"]["email"] == customer.email
    assert data["addresses"][0]["city"] == "Berlin"
    assert data["cart"][0]["product"] == "Linen shirt"
    assert data["wish-list"] == data["recently viewed"] == ["Linen shirt"]
    assert data["orders"][0]["number"] == order.number
    assert data["orders"][0]["lines"][0]["price"] == {"amount": "19.99", "currency": "EUR"}


def test_the_copy_has_nothing_of_anybody_else(customers_client: Client) -> None:
    fill(signed_in(other := make_customer()), other)
    data = json.loads(customers_client.get(EXPORT).content)
    assert [data[name] for name in ("addresses", "cart", "wish-list", "recently viewed", "orders")] == [
        []
    ] * 5


def test_queries_do_not_grow_with_what_there_is(
    customers_client: Client, customer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        fill(customers_client, customer)
        with django_assert_num_queries(12):
            customers_client.get(EXPORT)


def test_deleting_takes_the_person_out_of_everything(fresh: Client, customer: User) -> None:
    order = fill(fresh, customer)
    coupon = Coupon.objects.create(code="TEN", kind="percent", percent=10)
    CouponUse.objects.create(coupon=coupon, order=order, email=customer.email)
    response = fresh.post(DELETE, {"sure": "on"}, follow=True)
    assert "Your account is deleted." in response.content.decode()
    assert not User.objects.exists()
    assert not Address.objects.exists()
    assert not Cart.objects.exists()
    assert not WishList.objects.exists()
    order.refresh_from_db()
    assert (order.customer, order.email, order.name, order.street_address) == (None, "", "", "")
    assert CouponUse.objects.get().email == ""
    assert order.country_code == "DE"
    assert order.lines.get().quantity == 1
    assert fresh.get("/account/").status_code == 302


def test_the_page_says_that_orders_are_kept(fresh: Client) -> None:
    assert "stays in our books" in fresh.get(DELETE).content.decode()


def test_nothing_is_deleted_without_a_tick(fresh: Client) -> None:
    response = fresh.post(DELETE, {})
    assert response.status_code == 422
    assert "Tick the box if you are sure." in response.content.decode()
    assert User.objects.exists()


def test_nothing_is_deleted_without_the_password(customers_client: Client) -> None:
    response = customers_client.post(DELETE, {"sure": "on"})
    assert response["Location"].startswith("/account/reauthenticate/")
    assert User.objects.exists()


@pytest.mark.parametrize("state", [OrderState.PLACED, OrderState.PAID, OrderState.PACKED, OrderState.SHIPPED])
def test_an_order_under_way_still_needs_its_address(fresh: Client, customer: User, state: OrderState) -> None:
    make_order(customer, make_product(images=0).variants.get(), state=state)
    with pytest.raises(OrdersUnderWay):
        delete_account(customer=customer)
    assert "still under way" in fresh.post(DELETE, {"sure": "on"}).content.decode()
    assert Order.objects.get().name


def test_who_keeps_the_shop_is_not_deleted_so(customer: User) -> None:
    customer.is_staff = True
    with pytest.raises(StaffAccount):
        delete_account(customer=customer)
