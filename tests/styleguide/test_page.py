import pytest
from django.test import Client

from tests.catalog_pages.page import read
from tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("products", [0, 1])
def test_shows_the_tile_in_every_state(client: Client, products: int) -> None:
    for _ in range(products):
        make_product()
    page = read(client.get("/styleguide/"))
    assert len(page.with_class("card")) == 6
    assert len(page.with_class("card--sold-out")) == 1
    assert [mark.text for mark in page.with_class("card__in-cart") if mark.text] == ["In cart (1)"]


def test_search_engines_leave_it_out(client: Client) -> None:
    page = read(client.get("/styleguide/"))
    assert page.all("meta", name="robots", content="noindex")
