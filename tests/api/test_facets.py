"""GET /api/v1/facets/"""

import pytest
from django.test import Client

from tests.factories import make_product

pytestmark = pytest.mark.django_db

URL = "/api/v1/facets/"


def test_values_with_their_counts(client: Client) -> None:
    make_product(title="Linen shirt", product_type="Shirt", colours=["Blue", "Red"], gender="women")
    make_product(title="Linen skirt", product_type="Skirt", colours=["Blue"], gender="women", stock=0)
    found = client.get(URL).json()
    assert found["total"] == 2
    assert found["colour"] == [
        {"value": "Blue", "label": "Blue", "count": 2},
        {"value": "Red", "label": "Red", "count": 1},
    ]
    assert found["gender"] == [{"value": "women", "label": "Women", "count": 2}]
    narrowed = client.get(f"{URL}?q=linen&type=Shirt&in_stock=true").json()
    assert narrowed["total"] == 1
    assert [facet["value"] for facet in narrowed["type"]] == ["Shirt"]


def test_refusals(client: Client) -> None:
    problem = client.get(f"{URL}?sort=newest&type=None").json()
    assert problem["errors"][0]["field"] == "sort"
    assert client.get(f"{URL}?type=None").json()["errors"][0]["code"] == "invalid_choice"
