"""Lists show 24 products, and more by a link whose address is the whole list so far."""

import pytest
from django.test import Client

from catalog.forms import MAX_SHOWN
from catalog.models import Category, Product
from tests.factories import make_category, make_product, make_variant

from .page import Page, read

pytestmark = pytest.mark.django_db

IN_PLACE = {"HX-Request": "true", "HX-Target": "list-more"}


def fill(category: Category, number: int) -> None:
    """Products without anything but a colour and a size; "No 1" is the newest."""
    products = Product.objects.bulk_create(
        Product(title=f"No {place}", slug=f"no-{place}", category=category, product_type="Shirt")
        for place in range(number, 0, -1)
    )
    for product in products:
        make_variant(product, colour="Red")


def titles(page: Page) -> list[str]:
    return page.texts("h3")


def numbers(first: int, last: int) -> list[str]:
    return [f"No {place}" for place in range(first, last + 1)]


def more(page: Page) -> str:
    return page.all("a", id="list-more-link")[0].attributes["href"]


@pytest.fixture
def category(db: None) -> Category:
    return make_category(slug="all")


def test_24_at_first_and_a_link_to_more(client: Client, category: Category) -> None:
    fill(category, 30)
    page = read(client.get("/c/all/?colour=Red&sort=newest"))
    assert titles(page) == numbers(1, 24)
    assert page.text("p", id="list-shown") == "24 of 30"
    assert page.text("a", id="list-more-link") == "Show 6 more"
    assert more(page) == "/c/all/?colour=Red&shown=48#item-25"


def test_its_address_shows_everything_so_far(client: Client, category: Category) -> None:
    fill(category, 60)
    page = read(client.get("/c/all/?shown=48"))
    assert titles(page) == numbers(1, 48)
    assert [item.attributes["id"] for item in page.all("li") if "id" in item.attributes][24] == "item-25"
    assert more(page) == "/c/all/?shown=72#item-49"


def test_in_place_only_the_next_ones_are_sent(client: Client, category: Category) -> None:
    fill(category, 60)
    response = client.get("/c/all/?shown=48", headers=IN_PLACE)
    page = read(response)
    assert titles(page) == numbers(25, 48)
    assert page.all("ul", **{"hx-swap-oob": "beforeend:#list-items"})
    assert (page.text("p", id="list-shown"), more(page)) == ("48 of 60", "/c/all/?shown=72#item-49")
    assert "HX-Target" in response["Vary"]
    assert not page.all("html")


def test_in_place_the_last_ones(client: Client, category: Category) -> None:
    fill(category, 50)
    page = read(client.get("/c/all/?shown=72", headers=IN_PLACE))
    assert titles(page) == numbers(49, 50)
    assert [item.attributes["id"] for item in page.all("li") if "id" in item.attributes] == [
        "item-49",
        "item-50",
    ]
    assert not page.all("a", id="list-more-link")


def test_going_back_is_answered_with_the_whole_page(client: Client, category: Category) -> None:
    fill(category, 30)
    page = read(client.get("/c/all/?shown=48", headers=IN_PLACE | {"HX-History-Restore-Request": "true"}))
    assert page.all("html")
    assert titles(page) == numbers(1, 30)


def test_a_page_that_is_full_leads_to_another(client: Client, category: Category) -> None:
    fill(category, MAX_SHOWN + 30)
    page = read(client.get(f"/c/all/?shown={MAX_SHOWN}"))
    assert len(titles(page)) == MAX_SHOWN
    assert more(page) == "/c/all/?start=481"
    assert "hx-get" not in page.all("a", id="list-more-link")[0].attributes

    page = read(client.get("/c/all/?start=481"))
    assert titles(page) == numbers(481, 504)
    assert page.text("p", id="list-shown") == "481–504 of 510"
    assert more(page) == "/c/all/?start=481&shown=48#item-505"
    assert [link.attributes["href"] for link in page.all("a", rel="prev")] == ["/c/all/"]


def test_search_results_grow_too(client: Client, category: Category) -> None:
    fill(category, 30)
    page = read(client.get("/search/?q=shirt"))
    assert (len(titles(page)), more(page)) == (24, "/search/?q=shirt&shown=48#item-25")


@pytest.mark.parametrize("shown", ["1", "24", "25", "480", "481", "1000000000"])
def test_any_number_is_taken_in_whole_steps(client: Client, shown: str) -> None:
    make_product(title="Cap", category=make_category(slug="few"), images=0)
    response = client.get(f"/c/few/?shown={shown}")
    assert (response.status_code, titles(read(response))) == (200, ["Cap"])


@pytest.mark.parametrize("start", ["2", "481", "1000000000"])
def test_a_place_after_the_end_is_the_beginning(client: Client, start: str) -> None:
    make_product(title="Cap", category=make_category(slug="few"), images=0)
    response = client.get(f"/c/few/?start={start}")
    assert (response.status_code, titles(read(response))) == (200, ["Cap"])


@pytest.mark.parametrize("name", ["shown", "start"])
@pytest.mark.parametrize("value", ["0", "-1", "abc", "1.5", "9" * 5000, "%00", "%FF", "٣x", "1e3"])
def test_what_is_no_number_is_named_and_left_out(client: Client, name: str, value: str) -> None:
    make_product(title="Cap", category=make_category(slug="few"), images=0)
    response = client.get(f"/c/few/?{name}={value}")
    page = read(response)
    assert (response.status_code, titles(page)) == (400, ["Cap"])
    assert "This is not a number of products." in page.with_class("notice--error")[0].text


@pytest.mark.parametrize(
    "query", ["page=2", "page=abc", "x=%00", "shown=", "start=", "&&&=", "colour=&" * 300]
)
def test_what_a_list_does_not_know_is_passed_over(client: Client, query: str) -> None:
    make_product(title="Cap", category=make_category(slug="few"), images=0)
    response = client.get(f"/c/few/?{query}")
    assert (response.status_code, titles(read(response))) == (200, ["Cap"])
