import pytest
from django.http import HttpRequest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from catalog.models import Product
from shop.recently_viewed_cookie import COOKIE, MOST, viewed_products, with_viewed
from tests.catalog_pages.page import read
from tests.factories import make_product

pytestmark = pytest.mark.django_db

URL = "/recently-viewed/"
HTMX = {"HX-Request": "true"}


def look(client: Client, product: Product) -> list[str]:
    """Opens its page; returns the titles of the row there."""
    response = client.get(URL, {"product": product.pk}, headers=HTMX)
    return [title.text for title in read(response).with_class("card__link")]


def test_the_last_one_looked_at_comes_first_and_the_one_on_the_page_not_at_all(client: Client) -> None:
    first, second, third = (make_product(title=title) for title in ("One", "Two", "Three"))
    assert look(client, first) == []
    assert look(client, second) == ["One"]
    assert look(client, third) == ["Two", "One"]
    assert look(client, first) == ["Three", "Two"]


def test_no_more_than_twelve_are_remembered_and_none_in_the_database(client: Client) -> None:
    products = [make_product() for _ in range(MOST + 3)]
    for product in products:
        look(client, product)
    kept = [int(number) for number in client.cookies[COOKIE].value.split(".")]
    assert kept == [product.pk for product in reversed(products)][:MOST]
    assert client.cookies[COOKIE]["httponly"]


def test_a_page_of_its_own_for_who_follows_the_link(client: Client) -> None:
    assert "Nothing yet." in client.get(URL).content.decode()
    look(client, make_product(title="One"))
    page = client.get(URL).content.decode()
    assert "<h1>Recently viewed</h1>" in page
    assert "One" in page


def test_clearing_forgets_and_says_so(client: Client) -> None:
    look(client, make_product())
    response = client.post(f"{URL}clear/", headers=HTMX)
    assert "forgotten" in response.content.decode()
    assert client.cookies[COOKIE].value == ""
    assert client.post(f"{URL}clear/", {"next": "/cart/"})["Location"] == "/cart/"
    assert client.get(f"{URL}clear/").status_code == 405


def test_what_is_withdrawn_is_left_out(client: Client) -> None:
    gone = make_product(title="Gone")
    look(client, gone)
    Product.objects.update(is_published=False)
    assert look(client, make_product()) == []


@pytest.mark.parametrize("product", ["", "abc", "-1", "9" * 40, "\x00"])
def test_a_product_that_is_none_is_not_remembered(client: Client, product: str) -> None:
    assert client.get(URL, {"product": product}, headers=HTMX).status_code == 200
    assert COOKIE not in client.cookies


def test_without_a_cookie_it_costs_no_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    product = make_product()
    with django_assert_num_queries(0):
        client.get(URL, {"product": product.pk}, headers=HTMX)


def test_queries_do_not_grow_with_the_row(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (2, 8):
        for _ in range(count):
            look(client, make_product())
        with django_assert_num_queries(1):  # the tiles
            client.get(URL, headers=HTMX)


@given(text=st.text(max_size=200))
def test_a_forged_cookie_is_read_for_what_it_has(text: str) -> None:
    request = HttpRequest()
    request.COOKIES[COOKIE] = text
    numbers = viewed_products(request)
    assert len(numbers) == len(set(numbers)) <= MOST
    assert all(0 < number < 2**63 for number in numbers)


@given(numbers=st.lists(st.integers(1, 20), unique=True, max_size=MOST), number=st.integers(1, 20))
def test_a_look_moves_to_the_front(numbers: list[int], number: int) -> None:
    after = with_viewed(numbers, number)
    assert after[0] == number
    assert len(after) == len(set(after)) <= MOST
    assert after[1:] == [other for other in numbers if other != number][: MOST - 1]
