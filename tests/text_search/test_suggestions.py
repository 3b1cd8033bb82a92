"""The list below the search field: whole searches, categories, brands and products."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.selectors import Suggestions, suggestions
from tests.catalog_pages.page import Element, Page, read
from tests.factories import make_brand, make_category, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(db: None) -> None:
    dresses, shirts = make_category(name="Dresses", slug="dresses"), make_category(name="T-shirts", slug="ts")
    nike = make_brand(name="Nike")
    make_product(title="Blue dress", product_type="Dress", category=dresses, images=0)
    make_product(title="Blue dressing gown", product_type="Gown", category=dresses, images=0)
    make_product(title="Drill trousers", product_type="Trousers", colours=["Red"], images=0, stock=0)
    for number in range(3):
        make_product(title=f"Tee {number}", product_type="T-shirt", category=shirts, brand=nike, images=0)
    make_product(title="Secret draft", is_published=False, category=make_category(name="Drafts"), images=0)


def get(client: Client, text: str) -> Page:
    response = client.get("/search/suggestions/", {"q": text})
    assert response.status_code == 200
    return read(response)


def options(page: Page) -> list[str]:
    return [option.text for option in page.all("a", role="option")]


def addresses(page: Page) -> list[str]:
    return [option.attributes["href"] for option in page.all("a", role="option")]


def test_the_beginning_of_a_word(client: Client, shop: None) -> None:
    page = get(client, "blue dr")
    assert options(page) == [
        "blue dress",
        "blue dressing",
        "Dresses Category",
        "Blue dress €19.99",
        "Blue dressing gown €19.99",
    ]
    assert addresses(page)[:3] == ["/search/?q=blue%20dress", "/search/?q=blue%20dressing", "/c/dresses/"]


def test_searches_come_first_that_find_most(shop: None) -> None:
    make_product(title="Dress", product_type="Dress", images=0)
    assert suggestions(text="dr").queries[0] == "dress"


def test_a_synonym_leads_to_the_category(shop: None) -> None:
    found = suggestions(text="tee")
    assert [category.name for category in found.categories] == ["T-shirts"]
    assert len(found.products) == 3


def test_a_brand(client: Client, shop: None) -> None:
    page = get(client, "nik")
    assert "Nike Brand" in options(page)
    assert "/search/?q=Nike" in addresses(page)


def test_a_slip_is_corrected(shop: None) -> None:
    found = suggestions(text="drses")
    assert found.queries == ("dress",)
    assert found.products[0].title == "Blue dress"


def test_what_is_in_stock_comes_first(client: Client, shop: None) -> None:
    make_product(title="Drill coat", images=0)
    page = get(client, "drill")
    assert [option.text for option in page.all("a", role="option")][-2:] == [
        "Drill coat €19.99",
        "Drill trousers Sold out",
    ]


def test_at_most_eight(shop: None) -> None:
    for number in range(20):
        make_product(
            title=f"Dress{'abcdefghijklmnopqrst'[number]}", brand=make_brand(name=f"Dr {number}"), images=0
        )
    found = suggestions(text="dr")
    assert (found.count, len(found.products)) == (8, 4)


@pytest.mark.parametrize("text", ["sec", "dra", "draft"])
def test_nothing_of_what_is_not_published(shop: None, text: str) -> None:
    found = suggestions(text=text)
    assert not any("draft" in query for query in found.queries)
    assert not found.categories
    assert not [card for card in found.products if card.title == "Secret draft"]


@pytest.mark.parametrize("text", ["", " ", "b", "!", "qwzxqwzxqwzx"])
def test_nothing_to_suggest(client: Client, shop: None, text: str) -> None:
    page = get(client, text)
    assert options(page) == []
    assert page.all("div", role="listbox")[0].attributes["data-count"] == "0"


def test_one_syllable_of_korean_is_enough(shop: None) -> None:
    make_product(title="리넨셔츠", images=0)
    assert [card.title for card in suggestions(text="셔").products] == ["리넨셔츠"]


def test_a_listbox_of_options(client: Client, shop: None) -> None:
    page = get(client, "blue")
    (box,) = page.all("div", role="listbox")
    assert box.attributes["data-said"] == f"{len(options(page))} suggestions"
    ids = [option.attributes["id"] for option in page.all("a", role="option")]
    assert len(set(ids)) == len(ids)
    assert all(_is_option(option) for option in page.all("a"))
    assert all(group.attributes["aria-label"] for group in page.all("div", role="group"))


def _is_option(option: Element) -> bool:
    return (option.attributes["aria-selected"], option.attributes["tabindex"]) == ("false", "-1")


def test_its_text_is_escaped(client: Client, shop: None) -> None:
    make_product(title="<b>Bold</b> dress", images=0, brand=make_brand(name="<i>Dr</i>"))
    response = client.get("/search/suggestions/?q=bold")
    assert "<b>" not in response.content.decode()
    assert "&lt;b&gt;" in response.content.decode()


def test_it_is_not_for_search_engines(client: Client) -> None:
    assert client.get("/search/suggestions/?q=x")["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("query", ["q=a%00b", "q=" + "x" * 201])
def test_what_cannot_be_searched_for(client: Client, query: str) -> None:
    response = client.get(f"/search/suggestions/?{query}")
    assert (response.status_code, options(read(response))) == (400, [])


@pytest.mark.parametrize(
    "query", ["", "q=%FF%FE", "q=(", "q=a:*%26!", "q='; DROP", "q=\\", "q=_%25", "q=🙂", "q=ŉ"]
)
def test_odd_words_are_only_words(client: Client, shop: None, query: str) -> None:
    assert client.get(f"/search/suggestions/?{query}").status_code == 200


def test_it_can_only_be_read(client: Client) -> None:
    assert client.post("/search/suggestions/", {"q": "shirt"}).status_code == 405


@pytest.mark.parametrize("text", ["blue dr", "drses", "nik"])
def test_as_many_queries_for_many_products(client: Client, shop: None, text: str) -> None:
    with CaptureQueriesContext(connection) as before:
        get(client, text)
    for number in range(30):
        make_product(title=f"Blue dress {number}", brand=make_brand(name=f"Nike {number}"), images=1)
    with CaptureQueriesContext(connection) as after:
        get(client, text)
    assert len(after) == len(before) <= 12


def test_none_is_nothing() -> None:
    assert Suggestions().count == 0
