import pytest
from django.test import Client

from tests.factories import make_category, make_product

from .page import read

pytestmark = pytest.mark.django_db


def test_finds_by_title_type_and_description_best_first(client: Client) -> None:
    make_product(title="Plain coat", product_type="Coat", description="Goes well with a linen shirt.")
    make_product(title="Linen shirt", product_type="Shirt")
    make_product(title="Wool cape", product_type="Cape")

    page = read(client.get("/search/?q=linen+shirts"))

    assert page.text("h1") == "Search for “linen shirts”"
    assert page.texts("h3") == ["Linen shirt", "Plain coat"]
    assert page.text("a", **{"aria-current": "true"}) == "Best match"
    assert page.all("input", id="site-search")[0].attributes["value"] == "linen shirts"


def test_filters_and_orders_keep_the_words(client: Client) -> None:
    make_product(title="Blue linen shirt", colours=["Blue"])
    make_product(title="Red linen shirt", colours=["Red"])

    page = read(client.get("/search/?q=linen&colour=Red&sort=price_up"))

    assert page.texts("h3") == ["Red linen shirt"]
    hidden = [(box.attributes["name"], box.attributes["value"]) for box in page.all("input", type="hidden")]
    assert ("q", "linen") in hidden
    (chip,) = page.with_class("chip--applied")
    assert chip.attributes["href"] == "/search/?q=linen&sort=price_up"


def test_only_published_products_are_found(client: Client) -> None:
    make_product(title="Secret shirt", is_published=False)
    assert read(client.get("/search/?q=secret")).texts("h3") == []


def test_nothing_found_says_so_and_offers_ways_on(client: Client) -> None:
    make_product(category=make_category(name="Clothes"))
    page = read(client.get("/search/?q=zeppelin"))
    (nothing,) = page.with_class("nothing-found")
    assert "We have nothing for “zeppelin”." in nothing.text
    assert "Search with a photo" in nothing.text
    assert [chip.text for chip in page.with_class("chip--category")] == ["Clothes"]
    assert not page.with_class("filters")


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20"])
def test_without_words_it_asks_for_some(client: Client, query: str) -> None:
    make_product(category=make_category(name="Clothes"))
    response = client.get(f"/search/{query}")
    page = read(response)
    assert response.status_code == 200
    assert "Write what you are looking for" in response.content.decode()
    assert page.texts("h3") == []
    assert [chip.text for chip in page.with_class("chip--category")] == ["Clothes"]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("q=" + "x" * 201, "This search is too long. Use up to 200 letters."),
        ("q=" + "x" * 100_000, "This search is too long. Use up to 200 letters."),
        ("q=a%00b", "This search has letters that cannot be searched for."),
    ],
)
def test_words_that_cannot_be_searched_for_are_refused(client: Client, query: str, message: str) -> None:
    response = client.get(f"/search/?{query}")
    assert response.status_code == 400
    assert message in response.content.decode()


@pytest.mark.parametrize(
    "query", ["%FF%FE", "%ED%A0%80", "'; DROP TABLE", "(", "a:*&!", "<script>", "the", "%E2%80%AE", "🙂"]
)
def test_odd_words_are_only_words(client: Client, query: str) -> None:
    response = client.get(f"/search/?q={query}")
    assert response.status_code == 200
    assert read(response).text("h2", id="results") == "0 items"
    assert "<script>" not in response.content.decode()


def test_a_bad_filter_is_named(client: Client) -> None:
    make_product(title="Linen shirt")
    response = client.get("/search/?q=linen&colour=Octarine")
    assert response.status_code == 400
    assert read(response).texts("h3") == ["Linen shirt"]


def test_a_search_can_only_be_read(client: Client) -> None:
    assert client.post("/search/", {"q": "shirt"}).status_code == 405
