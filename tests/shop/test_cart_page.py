import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from tests.factories import make_product

pytestmark = pytest.mark.django_db

URL = "/cart/"


def add(client: Client, variant: Variant, quantity: int = 1) -> None:
    client.post("/cart/add/", {"sku": variant.sku, "quantity": quantity})
    client.get(URL)  # shows the message, so that it is gone


def test_empty_cart_leads_back_to_the_shop(client: Client) -> None:
    page = client.get(URL).content.decode()
    assert "Your cart is empty." in page
    assert "Continue shopping" in page


def test_line_shows_name_price_quantity_and_total(client: Client, shirt: Variant) -> None:
    add(client, shirt, 2)
    page = client.get(URL).content.decode()
    assert f'href="{shirt.product.get_absolute_url()}"' in page
    assert "Linen shirt, Blue, M" in page
    assert "€19.99 each" in page
    assert 'value="2"' in page
    assert page.count("€39.98") == 2  # the line's and the cart's


def test_price_is_todays(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    shirt.price_minor = 2500
    shirt.save()
    page = client.get(URL).content.decode()
    assert "€25.00 each" in page
    assert "The price has changed: it was €19.99 when you put it here." in page
    assert "€19.99 each" not in page


def test_a_price_that_is_the_same_again_is_not_mentioned(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    assert "The price has changed" not in client.get(URL).content.decode()


def test_sold_out_line_stays_and_is_left_out_of_the_total(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    add(client, make_product(title="Hat", price_minor=500).variants.get())
    shirt.stock = 0
    shirt.save()
    page = client.get(URL).content.decode()
    assert "Sold out; left out of the total." in page
    assert page.count("€5.00") == 3  # the hat's price and total, and the cart's


def test_withdrawn_line_stays_without_a_link(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    shirt.product.is_published = False
    shirt.product.save()
    page = client.get(URL).content.decode()
    assert "Not sold any more; left out of the total." in page
    assert "Nothing here can be bought now." in page
    assert f'href="{shirt.product.get_absolute_url()}"' not in page


def test_line_with_less_stock_than_wanted_counts_what_is_left(client: Client, shirt: Variant) -> None:
    add(client, shirt, 5)
    shirt.stock = 2
    shirt.save()
    page = client.get(URL).content.decode()
    assert "Only 2 left; the total counts 2." in page
    assert page.count("€39.98") == 2


def test_totals_of_two_currencies_stay_apart(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    yen = make_product(title="Hat", price_minor=3000).variants.get()
    yen.currency = "JPY"
    yen.save()
    add(client, yen)
    page = client.get(URL).content.decode()
    assert page.count("€19.99") == 3
    assert page.count("¥3,000") == 3


def test_queries_do_not_grow_with_the_lines(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    products = [make_product() for _ in range(8)]
    for product in products[:4]:
        add(client, product.variants.get())
    with django_assert_num_queries(3):  # cart, lines, images
        client.get(URL)
    for product in products[4:]:
        add(client, product.variants.get())
    with django_assert_num_queries(3):
        client.get(URL)


def test_cart_is_never_cached(client: Client) -> None:
    assert "no-store" in client.get(URL)["Cache-Control"]
