import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from shop.models import MAX_VIEWINGS, Viewing
from shop.services.viewings import record_viewings
from tests.factories import make_product

from .people import PASSWORD, signed_in

pytestmark = pytest.mark.django_db

URL = "/recently-viewed/"
HTMX = {"HX-Request": "true"}


def look(client: Client, product_id: int) -> None:
    client.get(URL, {"product": product_id}, headers=HTMX)


def seen(customer: User) -> list[int]:
    return [viewing.product_id for viewing in Viewing.objects.filter(customer=customer)]


def test_a_customer_finds_it_on_another_device(customers_client: Client, customer: User) -> None:
    product = make_product(title="Linen shirt")
    look(customers_client, product.pk)
    assert "Linen shirt" in signed_in(customer).get(URL).content.decode()
    assert "recently_viewed" not in customers_client.cookies


def test_what_a_guest_saw_comes_along_and_before_what_was_seen_earlier(
    client: Client, customer: User
) -> None:
    earlier, both, later = (make_product().pk for _ in range(3))
    before = signed_in(customer)
    look(before, both)
    look(before, earlier)
    look(client, both)
    look(client, later)
    client.post("/account/login/", {"login": customer.email, "password": PASSWORD})
    assert seen(customer) == [later, both, earlier]
    assert client.cookies["recently_viewed"].value == ""


def test_no_more_than_the_latest_are_kept(customers_client: Client, customer: User) -> None:
    numbers = [make_product(images=0).pk for _ in range(MAX_VIEWINGS + 2)]
    for number in numbers:
        look(customers_client, number)
    assert seen(customer) == numbers[:1:-1]


def test_clearing_forgets(customers_client: Client, customer: User) -> None:
    look(customers_client, make_product().pk)
    customers_client.post(f"{URL}clear/", headers=HTMX)
    assert not seen(customer)


def test_a_product_that_is_none_is_not_kept(customers_client: Client, customer: User) -> None:
    look(customers_client, 999_999)
    assert not seen(customer)


def test_queries_do_not_grow_with_the_row(
    customers_client: Client, customer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (2, 8):
        for _ in range(count):
            look(customers_client, make_product().pk)
        with django_assert_num_queries(6):  # session, customer, ids, tiles, marks of cart and wishes
            customers_client.get(URL, headers=HTMX)


def test_nobody_sees_anybody_elses(customer: User, django_user_model: type[User]) -> None:
    other = django_user_model.objects.create_user("other")
    record_viewings(customer=other, viewed={})
    assert not seen(customer)
