import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.catalog_pages.page import read

pytestmark = pytest.mark.django_db

PAGES = [
    "",
    "name/",
    "orders/",
    "addresses/",
    "addresses/new/",
    "data/",
    "email/",
    "password/change/",
    "logout/",
]


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_one_heading_nothing_inline_and_are_for_nobody_else(
    customers_client: Client, client: Client, path: str
) -> None:
    response = customers_client.get(f"/account/{path}")
    page = read(response)
    assert len(page.all("h1")) == 1
    assert not page.all("style")
    assert not [tag for tag in page.elements if "style" in tag.attributes]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert 'content="noindex"' in response.content.decode()
    assert client.get(f"/account/{path}").status_code == 302


@pytest.mark.parametrize("path", ["", "name/", "orders/", "addresses/", "data/", "data/vitrine-data.json"])
def test_pages_are_never_cached(customers_client: Client, path: str) -> None:
    assert "no-store" in customers_client.get(f"/account/{path}")["Cache-Control"]


def test_a_name_is_kept_whole(customers_client: Client, customer: User) -> None:
    customers_client.post("/account/name/", {"name": "Ada Augusta King"})
    customer.refresh_from_db()
    assert customer.get_full_name() == "Ada Augusta King"
    assert "Ada Augusta King" in customers_client.get("/account/").content.decode()
    assert 'value="Ada Augusta King"' in customers_client.get("/account/addresses/new/").content.decode()


def test_a_name_that_is_too_long_is_refused(customers_client: Client) -> None:
    assert customers_client.post("/account/name/", {"name": "a" * 151}).status_code == 422


def test_every_page_of_the_shop_leads_to_the_account(client: Client) -> None:
    assert read(client.get("/")).all("a", href="/account/")


def test_the_overview_takes_few_queries(
    customers_client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):  # session, customer, order, address
        customers_client.get("/account/")
