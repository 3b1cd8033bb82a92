"""GET /api/v1/recently-viewed/"""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_product

pytestmark = pytest.mark.django_db

URL = "/api/v1/recently-viewed/"


def test_in_the_order_of_the_slugs(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    one, other, gone = make_product(), make_product(), make_product(is_published=False)
    asked = "&".join(f"slug={slug}" for slug in (other.slug, "none", gone.slug, one.slug, other.slug))
    with django_assert_num_queries(2):
        found = client.get(f"{URL}?{asked}").json()["results"]
    assert [tile["slug"] for tile in found] == [other.slug, one.slug]


def test_refusals(client: Client) -> None:
    assert client.get(URL).json() == {"results": []}
    many = "&".join(f"slug=p{number}" for number in range(13))
    assert client.get(f"{URL}?{many}").json()["errors"][0]["code"] == "too_many"
    assert client.get(f"{URL}?slug=%00").status_code == 400
