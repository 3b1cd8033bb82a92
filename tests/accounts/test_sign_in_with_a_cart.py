"""What is in the browser when somebody signs in."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from shop.models import Cart, CartLine, Wish, WishList
from shop.services.sign_in import bring_along
from tests.factories import make_product

from .people import PASSWORD, make_customer, new_client, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def shirt(db: None) -> Variant:
    """Five in stock."""
    return make_product(title="Linen shirt", stock=5, images=0).variants.get()


def add(client: Client, variant: Variant, quantity: int = 1) -> None:
    response = client.post("/cart/add/", {"sku": variant.sku, "quantity": quantity})
    assert response.status_code == 303


def wish(client: Client, variant: Variant) -> None:
    client.post("/wishlist/change/", {"product": variant.product_id, "wanted": "1"})


def sign_in(client: Client, customer: User) -> str:
    sent = {"login": customer.email, "password": PASSWORD}
    return client.post("/account/login/", sent, follow=True).content.decode()


def held(customer: User) -> dict[str, int]:
    return dict(CartLine.objects.filter(cart__customer=customer).values_list("variant__sku", "quantity"))


def test_the_cart_comes_along_and_is_there_on_another_device(
    client: Client, customer: User, shirt: Variant
) -> None:
    add(client, shirt, 2)
    sign_in(client, customer)
    assert held(customer) == {shirt.sku: 2}
    assert "Linen shirt" in client.get("/cart/").content.decode()
    assert "Linen shirt" in signed_in(customer).get("/cart/").content.decode()


def test_both_carts_add_up_to_the_stock(client: Client, customer: User, shirt: Variant) -> None:
    hat, scarf = (make_product(images=0).variants.get() for _ in range(2))
    before = signed_in(customer)
    add(before, shirt, 3)
    add(before, hat)
    add(client, shirt, 4)
    add(client, scarf)
    shown = sign_in(client, customer)
    assert "was added to the cart of your account" in shown
    assert held(customer) == {shirt.sku: 5, hat.sku: 1, scarf.sku: 1}


def test_nothing_is_lost_where_stock_has_run_out_since(
    client: Client, customer: User, shirt: Variant
) -> None:
    before = signed_in(customer)
    add(before, shirt, 3)
    add(client, shirt, 4)
    Variant.objects.filter(pk=shirt.pk).update(stock=1)
    sign_in(client, customer)
    assert held(customer) == {shirt.sku: 4}
    assert "Only 1 left" in client.get("/cart/").content.decode()


def test_the_price_that_was_seen_is_kept_to_tell_of_a_change(
    client: Client, customer: User, shirt: Variant
) -> None:
    add(client, shirt)
    Variant.objects.filter(pk=shirt.pk).update(price_minor=2999)
    sign_in(client, customer)
    assert "it was €19.99" in client.get("/cart/").content.decode()


def test_the_guests_token_opens_nothing_afterwards(client: Client, customer: User, shirt: Variant) -> None:
    add(client, shirt)
    kept = client.cookies["cart"].value
    sign_in(client, customer)
    assert client.cookies["cart"].value == ""
    thief = new_client()
    thief.cookies["cart"] = kept
    assert "Your cart is empty." in thief.get("/cart/").content.decode()
    add(thief, shirt)
    assert held(customer) == {shirt.sku: 1}


def test_the_token_of_a_customers_cart_opens_nothing(customer: User, shirt: Variant) -> None:
    add(signed_in(customer), shirt)
    token = Cart.objects.get(customer=customer).token
    bring_along(
        customer=(other := make_customer()), cart=token, wishlist=None, viewed=[], now=customer.date_joined
    )
    assert held(customer) == {shirt.sku: 1}
    assert held(other) == {}


def test_a_forged_cookie_brings_nothing(client: Client, customer: User, shirt: Variant) -> None:
    add(new_client(), shirt)
    client.cookies["cart"] = str(Cart.objects.get().token)
    sign_in(client, customer)
    assert held(customer) == {}
    assert Cart.objects.filter(customer=None).exists()


def test_while_signed_in_a_guests_cookie_counts_for_nothing(
    client: Client, customers_client: Client, shirt: Variant
) -> None:
    add(client, shirt)
    customers_client.cookies["cart"] = client.cookies["cart"].value
    assert "Your cart is empty." in customers_client.get("/cart/").content.decode()


def test_signing_out_leaves_nothing_in_the_browser(client: Client, customer: User, shirt: Variant) -> None:
    add(client, shirt)
    wish(client, shirt)
    sign_in(client, customer)
    client.post("/account/logout/")
    assert "Your cart is empty." in client.get("/cart/").content.decode()
    assert "Nothing is saved yet." in client.get("/wishlist/").content.decode()
    assert held(customer) == {shirt.sku: 1}


def test_signing_in_again_elsewhere_leaves_the_first_device_its_cart(customer: User, shirt: Variant) -> None:
    phone, desk = new_client(), new_client()
    sign_in(phone, customer)
    add(phone, shirt)
    sign_in(desk, customer)
    assert "Linen shirt" in phone.get("/cart/").content.decode()
    assert "Linen shirt" in desk.get("/cart/").content.decode()


def test_wishes_come_together_once_each(client: Client, customer: User, shirt: Variant) -> None:
    hat = make_product(images=0).variants.get()
    before = signed_in(customer)
    wish(before, shirt)
    wish(client, shirt)
    wish(client, hat)
    sign_in(client, customer)
    wished = Wish.objects.filter(wishlist__customer=customer).values_list("product_id", flat=True)
    assert sorted(wished) == sorted([shirt.product_id, hat.product_id])
    assert WishList.objects.count() == 1
    assert client.cookies["wishlist"].value == ""


def test_lists_mark_what_a_customer_has(customers_client: Client, shirt: Variant) -> None:
    add(customers_client, shirt)
    wish(customers_client, shirt)
    page = customers_client.get(shirt.product.get_absolute_url()).content.decode()
    assert "In cart (1)" in page
    assert 'aria-pressed="true"' in page
    assert b"1" in customers_client.get("/cart/badge/").content
    assert "cart" not in customers_client.cookies


def test_queries_do_not_grow_with_the_lines(
    customer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (1, 4):
        guest, own = new_client(), signed_in(customer)
        for variant in (make_product(images=0).variants.get() for _ in range(count)):
            add(guest, variant)
            add(own, variant)
            wish(guest, variant)
        cart, wishlist = Cart.objects.get(customer=None).token, WishList.objects.get(customer=None).token
        with django_assert_num_queries(23):
            bring_along(customer=customer, cart=cart, wishlist=wishlist, viewed=[], now=customer.date_joined)
