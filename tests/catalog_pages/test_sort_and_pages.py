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
        ("", ["Middle", "Cheap", "Dear", "Sold out", "Without price"]),
        ("newest", ["Middle", "Cheap", "Dear", "Sold out", "Without price"]),
        ("price_up", ["Cheap", "Middle", "Dear", "Sold out", "Without price"]),
        ("price_down", ["Dear", "Middle", "Cheap", "Sold out", "Without price"]),
    ],
)
def test_orders_and_what_is_sold_out_is_last(client: Client, sort: str, titles: list[str]) -> None:
    category = make_category()
    for title, price in [("Dear", 9000), ("Cheap", 1000), ("Middle", 5000)]:
        product = make_product(title=title, category=category, price_minor=price, images=0)
        make_variant(product, size="XXL", price_minor=price + 4500)
    make_product(title="Without price", category=category, colours=[], images=0)
    make_product(title="Sold out", category=category, price_minor=2000, stock=0, images=0)

    page = get(client, category, f"sort={sort}")

    assert [title.removeprefix("Sold out ") for title in page.texts("h3")] == titles


def test_the_current_order_is_marked_and_others_keep_the_filters(client: Client) -> None:
    category = make_product(colours=["Red"]).category
    page = get(client, category, "colour=Red&sort=price_up")
    assert page.text("a", **{"aria-current": "true"}) == "Lowest price"
    (newest,) = [link for link in page.all("a") if link.text == "Newest"]
    assert newest.attributes["href"] == f"{category.get_absolute_url()}?colour=Red&sort=newest"
