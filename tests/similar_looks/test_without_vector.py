import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Product
from tests.catalog_pages.page import Page, read
from tests.factories import make_category, make_product

pytestmark = pytest.mark.django_db


def page_of(client: Client, product: Product) -> Page:
    response = client.get(reverse("recommendations:similar", args=[product.slug]))
    assert response.status_code == 200
    return read(response)


def test_the_newest_of_its_category_stand_in_and_it_says_so(client: Client) -> None:
    category = make_category()
    older, newer = make_product(category=category), make_product(category=category)
    make_product()
    make_product(category=category, stock=0)
    product = make_product(category=category)

    page = page_of(client, product)

    tiles = [int(tile.attributes["data-product"]) for tile in page.with_class("card")]
    assert tiles == [newer.pk, older.pk]
    assert any("newest of the same category" in text for text in page.texts("p"))


def test_alone_in_its_category(client: Client) -> None:
    page = page_of(client, make_product(images=0))
    assert not page.with_class("card")
    assert any("nothing else in this category" in text for text in page.texts("p"))
