import pytest
from django.test import Client

from catalog.models import Category
from tests.factories import make_category, make_product, make_variant

from .page import Page, read

pytestmark = pytest.mark.django_db


def get(client: Client, category: Category, query: str = "") -> Page:
    return read(client.get(f"{category.get_absolute_url()}?{query}"))


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        ("", ["Without price", "Middle", "Cheap", "Dear"]),
        ("newest", ["Without price", "Middle", "Cheap", "Dear"]),
        ("price_up", ["Cheap", "Middle", "Dear", "Without price"]),
        ("price_down", ["Dear", "Middle", "Cheap", "Without price"]),
    ],
)
def test_orders(client: Client, sort: str, titles: list[str]) -> None:
    category = make_category()
    for title, price in [("Dear", 9000), ("Cheap", 1000), ("Middle", 5000)]:
        product = make_product(title=title, category=category, price_minor=price, images=0)
        make_variant(product, size="XXL", price_minor=price + 4500)
    make_product(title="Without price", category=category, colours=[], images=0)

    page = get(client, category, f"sort={sort}")

    assert [title.removeprefix("Sold out ") for title in page.texts("h3")] == titles


def test_the_current_order_is_marked_and_others_keep_the_filters(client: Client) -> None:
    category = make_product(colours=["Red"]).category
    page = get(client, category, "colour=Red&sort=price_up")
    assert page.text("a", **{"aria-current": "true"}) == "Lowest price"
    (newest,) = [link for link in page.all("a") if link.text == "Newest"]
    assert newest.attributes["href"] == f"{category.get_absolute_url()}?colour=Red&sort=newest"


def test_pages_of_24_that_link_to_each_other(client: Client) -> None:
    category = make_category()
    for number in range(25):
        make_product(title=f"Shirt no {number}", category=category, colours=["Red"], images=0)

    first, second = get(client, category, "colour=Red"), get(client, category, "colour=Red&page=2")

    assert len(first.texts("h3")) == 24
    assert second.texts("h3") == ["Shirt no 0"]
    path = f"{category.get_absolute_url()}?colour=Red"
    assert [link.attributes["href"] for link in first.all("a", rel="next")] == [f"{path}&page=2"]
    assert [link.attributes["href"] for link in second.all("a", rel="prev")] == [f"{path}&page=1"]
    assert not second.all("a", rel="next")
    assert second.text("a", **{"aria-current": "page", "class": "pages__number"}) == "Page 2"
    assert "25–25 of 25" in second.texts("p")


@pytest.mark.parametrize("page", ["0", "-1", "2", "abc", "", "1.5", "1000000000", "9" * 5000, "%00", "%FF"])
def test_a_page_that_does_not_exist_is_not_found(client: Client, page: str) -> None:
    category = make_product().category
    response = client.get(f"{category.get_absolute_url()}?page={page}")
    assert response.status_code == 404
