import pytest
from django.test import Client

from tests.factories import make_category, make_product

from .page import read

pytestmark = pytest.mark.django_db


def test_shows_the_products_of_the_category_and_of_all_below(client: Client) -> None:
    clothes = make_category(name="Clothes")
    shirts = make_category(name="Shirts", parent=clothes)
    make_product(title="Linen shirt", category=shirts)
    make_product(title="Wool cape", category=clothes)
    make_product(title="Leather boot")

    page = read(client.get(clothes.get_absolute_url()))

    assert page.text("h1") == "Clothes"
    assert page.text("h2", id="results") == "2 items"
    assert page.texts("h3") == ["Wool cape", "Linen shirt"]


def test_links_to_subcategories_with_something_in_them(client: Client) -> None:
    clothes = make_category(name="Clothes")
    tops = make_category(name="Tops", parent=clothes)
    make_product(category=make_category(name="Shirts", parent=tops))
    make_category(name="Empty", parent=clothes)
    make_product(category=make_category(name="Hidden", parent=clothes), is_published=False)

    page = read(client.get(clothes.get_absolute_url()))

    links = [link.text for link in page.with_class("chip--category")]
    assert links == ["Tops"]


def test_breadcrumb_leads_from_the_root_to_here(client: Client) -> None:
    clothes = make_category(name="Clothes")
    tops = make_category(name="Tops", parent=clothes)
    shirts = make_category(name="Shirts", parent=tops)

    page = read(client.get(shirts.get_absolute_url()))

    crumbs = [link.text for link in page.with_class("crumb")]
    assert crumbs == ["Clothes", "Tops", "Shirts"]
    assert page.with_class("crumb")[-1].attributes["aria-current"] == "page"


@pytest.mark.parametrize("query", ["", "?colour=Blue&sort=price_up", "?shown=48"])
def test_search_engines_know_one_address_of_it(client: Client, query: str) -> None:
    category = make_product(colours=["Blue"]).category
    (link,) = read(client.get(category.get_absolute_url() + query)).all("link", rel="canonical")
    assert link.attributes["href"] == f"http://testserver{category.get_absolute_url()}"


def test_an_empty_category_is_honest_and_offers_ways_on(client: Client) -> None:
    page = read(client.get(make_category(name="Hats").get_absolute_url()))
    assert page.text("h2", id="results") == "0 items"
    (nothing,) = page.with_class("nothing-found")
    assert "There is nothing here yet." in nothing.text
    assert "Search with a photo" in nothing.text


def test_unpublished_products_are_not_listed(client: Client) -> None:
    product = make_product(is_published=False)
    page = read(client.get(product.category.get_absolute_url()))
    assert page.texts("h3") == []


@pytest.mark.parametrize("path", ["/c/nowhere/", "/c/%00/", "/c/%FF/", "/c/" + "a" * 5000 + "/"])
def test_an_unknown_category_is_not_found(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "This page does not exist" in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_category_can_only_be_read(client: Client, method: str) -> None:
    response = getattr(client, method)(make_category().get_absolute_url())
    assert response.status_code == 405


def test_head_is_answered(client: Client) -> None:
    assert client.head(make_category().get_absolute_url()).status_code == 200
