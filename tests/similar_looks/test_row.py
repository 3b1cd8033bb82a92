import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Product
from tests.catalog_pages.page import read
from tests.factories import make_product

from .gallery import embed, make_gallery

pytestmark = pytest.mark.django_db


def shown(client: Client, product: Product) -> list[int]:
    page = read(client.get(reverse("recommendations:similar", args=[product.slug])))
    return [int(tile.attributes["data-product"]) for tile in page.with_class("card")]


def test_it_shows_at_least_eight_others_one_tile_each(client: Client) -> None:
    product, *others = make_gallery(10)
    tiles = shown(client, product)
    assert len(tiles) == len(set(tiles)) >= 8
    assert set(tiles) <= {other.pk for other in others}


def test_the_row_shows_a_dozen_at_most_and_the_page_twice_as_many(client: Client) -> None:
    product, *others = make_gallery(32)
    url = reverse("recommendations:similar", args=[product.slug])
    row = read(client.get(url, headers={"HX-Request": "true"}))
    on_row, on_page = len(row.with_class("card")), len(shown(client, product))
    assert 8 <= on_row <= 12
    assert on_row <= on_page <= 24


def test_a_product_with_several_pictures_has_one_tile(client: Client) -> None:
    product, *others = make_gallery(9, images=3)
    assert sorted(shown(client, product)) == sorted(other.pk for other in others)


def test_the_most_alike_comes_first(client: Client) -> None:
    twin = make_product(seed=1)
    product = make_product(seed=1)
    embed([twin, product])
    make_gallery(9)
    assert shown(client, product)[0] == twin.pk


def test_what_cannot_be_bought_is_not_shown(client: Client) -> None:
    product, *others = make_gallery(9)  # no more than are shown, however poor
    make_gallery(1, stock=0)
    make_gallery(1, is_published=False)
    assert sorted(shown(client, product)) == sorted(other.pk for other in others)


def test_the_tiles_can_be_put_into_the_cart_and_lead_back(client: Client) -> None:
    product = make_gallery(9)[0]
    url = reverse("recommendations:similar", args=[product.slug])
    page = read(client.get(url))
    assert len(page.all("form", action=reverse("shop:cart_add"))) == 8
    assert {field.attributes["value"] for field in page.all("input", name="next")} == {url}


def test_it_says_how_they_were_chosen(client: Client) -> None:
    product = make_gallery(9)[0]
    page = read(client.get(reverse("recommendations:similar", args=[product.slug])))
    assert page.text("h1") == "Similar looks"
    assert "Chosen by how they look" in page.texts("p")
