"""GET /api/v1/categories/"""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_category, make_product

pytestmark = pytest.mark.django_db

URL = "/api/v1/categories/"


def test_the_tree(client: Client) -> None:
    root = make_category(name="Women", slug="women")
    make_product(category=make_category(name="Shirts", slug="shirts", parent=root))
    make_category(name="Empty")
    assert client.get(URL).json()["results"] == [
        {"slug": "shirts", "name": "Shirts", "parent": "women", "url": "http://testserver/c/shirts/"},
        {"slug": "women", "name": "Women", "parent": None, "url": "http://testserver/c/women/"},
    ]
    below = client.get(f"{URL}?parent=women").json()["results"]
    assert [category["slug"] for category in below] == ["shirts"]


def test_one_query_for_any_number(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(3):
        make_product()
    with django_assert_num_queries(1):
        assert len(client.get(URL).json()["results"]) == 3


def test_refusals(client: Client) -> None:
    assert client.get(f"{URL}?parent=none").json()["errors"][0]["code"] == "unknown_category"
    assert client.get(f"{URL}?page=2").json()["errors"][0]["code"] == "unknown_parameter"
    refused = client.post(URL)
    assert (refused.status_code, refused["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert refused.json()["code"] == "method_not_allowed"


def test_an_answer_that_still_holds_is_not_sent_again(client: Client) -> None:
    make_product()
    etag = client.get(URL)["ETag"]
    assert client.get(URL, headers={"If-None-Match": etag}).status_code == 304
    make_product()
    assert client.get(URL, headers={"If-None-Match": etag}).status_code == 200
