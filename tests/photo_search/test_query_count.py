from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product
from tests.similar_looks.gallery import make_gallery

from .shop import Answer, get, photo, post

pytestmark = pytest.mark.django_db


def queries(request: Callable[[], Answer]) -> int:
    request()  # what the process keeps for a minute is not counted
    with CaptureQueriesContext(connection) as captured:
        assert request().status == 200
    return len(captured)


def test_twice_the_products_cost_no_more_queries(client: Client, shop: list[Product]) -> None:
    link = post(client, {"photo": photo()}).link
    requests = (lambda: post(client, {"photo": photo()}), lambda: get(client, link))
    before = [queries(request) for request in requests]
    make_gallery(len(shop), images=2, colours=["Blue", "Red"], product_type="Shoes")
    assert [queries(request) for request in requests] == before
