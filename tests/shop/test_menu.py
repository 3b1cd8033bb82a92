import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from shop.selectors.menu import menu_links
from tests.catalog_pages.page import read
from tests.factories import make_category, make_product

pytestmark = pytest.mark.django_db


def test_lists_what_has_something_to_sell_as_a_tree() -> None:
    clothes = make_category(name="Clothes")
    make_product(category=make_category(name="Shirts", parent=clothes))
    make_category(name="Empty", parent=clothes)
    make_product(category=make_category(name="Hidden"), is_published=False)
    (link,) = menu_links()
    assert (link.name, [child.name for child in link.children]) == ("Clothes", ["Shirts"])


def test_is_one_query_for_any_number_of_categories() -> None:
    for _ in range(3):
        make_product(category=make_category(parent=make_category()))
    with CaptureQueriesContext(connection) as queries:
        menu_links()
    assert len(queries) == 1


def test_is_a_page_of_its_own_and_a_part_for_the_drawer(client: Client) -> None:
    category = make_product(category=make_category(name="Shirts")).category
    page = read(client.get("/menu/"))
    assert page.text("h1") == "Menu"
    assert page.all("a", href=category.get_absolute_url())
    response = client.get("/menu/", headers={"HX-Request": "true"})
    part = read(response)
    assert not part.all("h1")
    assert part.all("a", href=category.get_absolute_url())
    assert "HX-Request" in response.headers["Vary"]


def test_back_gets_the_whole_page(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert read(client.get("/menu/", headers=headers)).text("h1") == "Menu"
