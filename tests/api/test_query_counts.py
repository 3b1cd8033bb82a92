"""An answer costs as many queries for twenty items as for two."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from tests.factories import make_brand, make_category, make_image, make_product, make_variant
from tests.orders.kit import make_delivery
from tests.similar_looks.gallery import make_gallery

from .customer import Customer

pytestmark = pytest.mark.django_db


def fill(products: int) -> None:
    category = make_category()
    for _ in range(products):
        make_product(title="Linen shirt", category=category, brand=make_brand(), sizes=["S", "M"], images=2)


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


LISTS = {
    "products/": 3,
    "products/?colour=Blue&type=Shirt&in_stock=true&sort=price_up": 6,
    "products/?q=linen&limit=96": 6,
    "facets/?colour=Blue": 6,
    "categories/": 1,
}


@pytest.mark.parametrize(("path", "most"), LISTS.items())
def test_lists(client: Client, path: str, most: int) -> None:
    fill(2)
    before = queries(client, f"/api/v1/{path}")
    fill(18)
    assert queries(client, f"/api/v1/{path}") == before <= most


@pytest.mark.parametrize(
    ("path", "most"), {"cart/quote/": 11, "wishlist/": 6, "account/recently-viewed/": 6}.items()
)
def test_what_a_customer_has(path: str, most: int) -> None:
    make_delivery()
    customer = Customer()

    def add() -> None:
        product = make_product()
        customer.post("cart/lines/", sku=product.variants.get().sku, quantity=1)
        customer.put(f"wishlist/{product.slug}/")
        customer.put(f"account/recently-viewed/{product.slug}/")

    counts = []
    for more in (1, 4):
        for _ in range(more):
            add()
        with CaptureQueriesContext(connection) as captured:
            assert customer.get(path).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= most


def test_a_product(client: Client) -> None:
    product = make_product()
    url = f"/api/v1/products/{product.slug}/"
    before = queries(client, url)
    for number in range(5):
        make_variant(product, size=f"X{number}")
        make_image(product, position=number + 1)
    assert queries(client, url) == before == 4


def test_similar(client: Client) -> None:
    product: Product = make_gallery(3, seed=0)[0]
    url = f"/api/v1/products/{product.slug}/similar/"
    before = queries(client, url)
    make_gallery(6, seed=1)
    assert queries(client, url) <= before
