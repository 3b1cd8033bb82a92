"""A page and the API answer the same question alike."""

import re

import pytest
from django.test import Client

from catalog.models import Category
from tests.factories import make_category, make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "query",
    ["", "type=Shirt", "colour=Blue&colour=Red", "gender=women&in_stock=1", "price_min=15&price_max=25"],
)
@pytest.mark.parametrize("sort", ["", "sort=price_up", "sort=price_down"])
@pytest.mark.parametrize("place", ["category", "search"])
def test_lists(client: Client, query: str, sort: str, place: str) -> None:
    root = make_category(slug="clothes")
    fill(root)
    page, api = {
        "category": ("/c/clothes/?", "category=clothes"),
        "search": ("/search/?q=linen&", "q=linen"),
    }[place]
    shown = client.get(f"{page}{query}&{sort}").content.decode()
    found = client.get(f"/api/v1/products/?{api}&{query}&{sort}").json()["results"]
    assert found
    assert [tile["url"].removeprefix("http://testserver") for tile in found] == _tiles(shown)


def fill(category: Category) -> None:
    for number in range(12):
        make_product(
            title=f"Linen {'shirt' if number % 2 else 'skirt'} {number}",
            product_type="Shirt" if number % 2 else "Skirt",
            category=category,
            colours=["Blue"] if number % 3 else ["Red", "Green"],
            gender="women" if number % 4 else "men",
            price_minor=1000 + 500 * (number % 4),
            stock=number % 5,
        )


def _tiles(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'class="card__link"[^>]*href="([^"?]+)"', page)))
