"""A search costs as many queries for many products and words as for few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.selectors import text_search
from tests.factories import make_brand, make_category, make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("dress", 1),
        ("blue summer dress with long sleeves", 4),
        ("drses", 5),
        ("blue drses", 5),
        ("blue zzzzzzzz dress", 3),
        ("zzzzzzzz", 3),
        ("파란 원피스", 1),
        ("SKU 4711", 4),
    ],
)
def test_finding(text: str, queries: int) -> None:
    make_product(title="Blue dress", product_type="Dress", images=0)
    make_product(title="Long sleeves", images=0)
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            text_search(text=text)
        assert len(captured) <= queries
        for number in range(20):
            make_product(title=f"Blue dress {number}", product_type="Dress", images=0)


@pytest.mark.parametrize("query", ["q=dress", "q=drses&colour=Blue", "q=zzzzzzzz", "q=dress&shown=48"])
def test_a_page(client: Client, query: str) -> None:
    counts = []
    for _ in range(2):
        for number in range(26):
            make_product(
                title=f"Dress {number}", category=make_category(), brand=make_brand(), colours=["Blue"]
            )
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/search/?{query}")
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 13
