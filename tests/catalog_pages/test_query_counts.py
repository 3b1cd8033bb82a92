"""A page costs as many queries for forty-eight products as for two."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Category, Product
from tests.factories import make_brand, make_category, make_image, make_product, make_variant

pytestmark = pytest.mark.django_db


def fill(category: Category, products: int) -> None:
    for number in range(products):
        make_product(
            title=f"Linen shirt {category.pk} {number}",
            category=category,
            brand=make_brand(),
            colours=["Blue", f"Colour {number}"],
            sizes=["S", "M"],
            product_type="Shirt",
            images=2,
        )


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


LISTS = {
    "category": "",
    "filtered": "colour=Blue&type=Shirt&gender=unisex&in_stock=1&price_min=1",
    "by price": "sort=price_up",
    "grown": "shown=48",
}


@pytest.mark.parametrize("query", LISTS.values(), ids=LISTS.keys())
def test_category(client: Client, query: str) -> None:
    root = make_category()
    fill(root, 26)
    url = f"{root.get_absolute_url()}?{query}"
    before = queries(client, url)

    for _ in range(3):
        fill(make_category(parent=root), 8)

    assert queries(client, url) == before <= 10


def test_search(client: Client) -> None:
    fill(make_category(), 2)
    before = queries(client, "/search/?q=linen&colour=Blue")
    fill(make_category(), 20)
    assert queries(client, "/search/?q=linen&colour=Blue") == before <= 9


def more_variants(product: Product) -> None:
    for size in ("L", "XL", "XXL"):
        make_variant(product, size=size)


def more_images(product: Product) -> None:
    for position in range(1, 5):
        make_image(product, seed=position, position=position)


def deeper_category(product: Product) -> None:
    Category.objects.filter(pk=product.category_id).update(parent=make_category(parent=make_category()))


@pytest.mark.parametrize("grow", [more_variants, more_images, deeper_category])
def test_product(client: Client, grow: Callable[[Product], None]) -> None:
    product = make_product()
    before = queries(client, product.get_absolute_url())
    grow(product)
    assert queries(client, product.get_absolute_url()) == before == 4
