import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from catalog.models import Product

from .gallery import make_gallery

pytestmark = pytest.mark.django_db


def queries(client: Client, product: Product) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("recommendations:similar", args=[product.slug]))
    return len(captured)


def test_twice_the_products_cost_no_more_queries(client: Client) -> None:
    product = make_gallery(9, images=2)[0]
    before = queries(client, product)
    make_gallery(9, images=2)
    assert queries(client, product) == before


def test_nor_without_a_vector(client: Client) -> None:
    product, *_ = make_gallery(1, images=0)
    before = queries(client, product)
    make_gallery(9, category=product.category)
    with_neighbours = queries(client, product)
    make_gallery(9, category=product.category)
    assert with_neighbours == queries(client, product) <= before + 2
