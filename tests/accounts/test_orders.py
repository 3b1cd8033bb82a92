import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product, Variant
from shop.models import Cart, CartLine, Order
from shop.selectors.account import ORDERS
from shop.services.reorder import reorder
from tests.factories import make_product

from .orders import make_order
from .people import make_customer

pytestmark = pytest.mark.django_db

URL = "/account/orders/"


@pytest.fixture
def shirt(db: None) -> Variant:
    """Five in stock."""
    return make_product(title="Linen shirt", stock=5, images=0).variants.get()


def again(client: Client, order: Order) -> str:
    return client.post(f"{URL}{order.number}/again/", follow=True).content.decode()


def in_cart(customer: User) -> dict[str, int]:
    return dict(CartLine.objects.filter(cart__customer=customer).values_list("variant__sku", "quantity"))


def test_the_page_has_ones_own_orders_the_latest_first(
    customers_client: Client, customer: User, shirt: Variant
) -> None:
    assert "None yet." in customers_client.get(URL).content.decode()
    first, second, theirs = (make_order(person, shirt) for person in (customer, customer, make_customer()))
    shown = customers_client.get(URL).content.decode()
    assert shown.index(second.number) < shown.index(first.number)
    assert theirs.number not in shown
    assert "1 × Linen shirt" in shown
    assert "€19.99" in shown


def test_many_orders_are_on_several_pages(customers_client: Client, customer: User, shirt: Variant) -> None:
    oldest, *_ = [make_order(customer, shirt) for _ in range(ORDERS + 1)]
    assert oldest.number not in customers_client.get(URL).content.decode()
    for page in ("2", "99"):
        assert oldest.number in customers_client.get(URL, {"page": page}).content.decode()
    assert customers_client.get(URL, {"page": "nonsense\x00"}).status_code == 200


def test_queries_do_not_grow_with_the_orders(
    customers_client: Client,
    customer: User,
    shirt: Variant,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(2):
        for _ in range(3):
            make_order(customer, shirt)
        with django_assert_num_queries(5):  # session, customer, count, orders, lines
            customers_client.get(URL)


def test_ordering_again_fills_the_cart_at_todays_prices(
    customers_client: Client, customer: User, shirt: Variant
) -> None:
    order = make_order(customer, shirt, quantity=2)
    Variant.objects.filter(pk=shirt.pk).update(price_minor=2999)
    shown = again(customers_client, order)
    assert "Put into your cart: Linen shirt." in shown
    assert "€29.99 each" in shown
    assert in_cart(customer) == {shirt.sku: 2}


def test_what_cannot_be_bought_is_said_and_the_rest_is_put(
    customers_client: Client, customer: User, shirt: Variant
) -> None:
    withdrawn = make_product(title="Wool hat", images=0).variants.get()
    sold_out = make_product(title="Silk scarf", images=0).variants.get()
    deleted = make_product(title="Felt slipper", images=0).variants.get()
    order = make_order(customer, shirt, withdrawn, sold_out, deleted)
    Product.objects.filter(pk=withdrawn.product_id).update(is_published=False)
    Variant.objects.filter(pk=sold_out.pk).update(stock=0)
    deleted.delete()
    shown = again(customers_client, order)
    assert "Put into your cart: Linen shirt." in shown
    assert "Wool hat is not sold any more." in shown
    assert "Felt slipper is not sold any more." in shown
    assert "Silk scarf, Blue, M is sold out." in shown
    assert in_cart(customer) == {shirt.sku: 1}


def test_of_what_is_short_as_many_as_there_are(customer: User, shirt: Variant) -> None:
    order = make_order(customer, shirt, quantity=4)
    cart = Cart(customer=customer)
    assert reorder(order=order, cart=cart).problems == []
    done = reorder(order=order, cart=cart)
    assert done.put == ["Linen shirt"]
    assert done.problems == ["Only 5 left of Linen shirt, Blue, M. 4 are in your cart already."]
    assert in_cart(customer) == {shirt.sku: 5}
    assert reorder(order=order, cart=cart).put == []


def test_somebody_elses_order_is_not_there(customers_client: Client, shirt: Variant) -> None:
    order = make_order(make_customer(), shirt)
    for number in (order.number, "NONSENSE", "a" * 300):
        assert customers_client.post(f"{URL}{number}/again/").status_code == 404
    assert not CartLine.objects.exists()


def test_ordering_again_is_a_post(customers_client: Client, customer: User, shirt: Variant) -> None:
    assert customers_client.get(f"{URL}{make_order(customer, shirt).number}/again/").status_code == 405
