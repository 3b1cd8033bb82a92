"""Filters of a list: what they keep, what they count, and how they are taken off."""

import pytest
from django.test import Client

from catalog.models import Category
from tests.factories import make_category, make_product, make_variant

from .page import Page, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(db: None) -> Category:
    category = make_category(name="Clothes")
    make_product(title="Blue shirt", category=category, colours=["Blue"], price_minor=2000, gender="men")
    make_product(title="Red shirt", category=category, colours=["Red"], price_minor=3000, gender="women")
    make_product(
        title="Red dress",
        category=category,
        product_type="Dress",
        colours=["Red"],
        price_minor=8000,
        stock=0,
        gender="women",
    )
    return category


def get(client: Client, category: Category, query: str, status: int = 200) -> Page:
    response = client.get(f"{category.get_absolute_url()}?{query}")
    assert response.status_code == status
    return read(response)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("type=Dress", ["Red dress"]),
        ("type=Dress&type=Shirt", ["Red shirt", "Blue shirt", "Red dress"]),
        ("colour=Red", ["Red shirt", "Red dress"]),
        ("colour=Red&type=Shirt", ["Red shirt"]),
        ("gender=men", ["Blue shirt"]),
        ("price_min=30", ["Red shirt", "Red dress"]),
        ("price_max=20.00", ["Blue shirt"]),
        ("price_min=20&price_max=30", ["Red shirt", "Blue shirt"]),
        ("in_stock=1", ["Red shirt", "Blue shirt"]),
        ("utm_source=letter&fbclid=1", ["Red shirt", "Blue shirt", "Red dress"]),
        ("type=&colour=&price_min=&sort=", ["Red shirt", "Blue shirt", "Red dress"]),
    ],
)
def test_a_filter_keeps_what_has_it(client: Client, shop: Category, query: str, titles: list[str]) -> None:
    assert [title.removeprefix("Sold out ") for title in get(client, shop, query).texts("h3")] == titles


def test_colour_price_and_stock_must_hold_for_one_variant(client: Client, shop: Category) -> None:
    cape = make_product(title="Cape", category=shop, colours=["Red"], stock=0, price_minor=1000)
    make_variant(cape, colour="Green", stock=5, price_minor=9000)
    assert "Cape" not in get(client, shop, "colour=Red&in_stock=1").texts("h3")
    assert "Cape" not in get(client, shop, "colour=Green&price_max=50").texts("h3")
    assert "Cape" in get(client, shop, "colour=Green&in_stock=1&price_max=90").texts("h3")


def counts(page: Page) -> dict[str, str]:
    options = [element.text.rsplit(" ", 1) for element in page.with_class("filter-option")]
    return {option[0]: option[1] for option in options if option[-1].isdigit()}


def test_counts_are_those_of_the_list(client: Client, shop: Category) -> None:
    assert counts(get(client, shop, "")) == {
        "Shirt": "2",
        "Dress": "1",
        "Red": "2",
        "Blue": "1",
        "Women": "2",
        "Men": "1",
    }


def test_a_group_is_counted_by_the_other_groups(client: Client, shop: Category) -> None:
    assert counts(get(client, shop, "type=Dress")) == {
        "Shirt": "2",
        "Dress": "1",
        "Red": "1",
        "Blue": "0",
        "Women": "1",
        "Men": "0",
    }


def test_types_and_colours_are_counted_by_the_gender(client: Client, shop: Category) -> None:
    assert counts(get(client, shop, "gender=men")) == {
        "Shirt": "1",
        "Dress": "0",
        "Red": "0",
        "Blue": "1",
        "Women": "2",
        "Men": "1",
    }


def test_a_colour_is_counted_once_for_a_product_of_many_sizes(client: Client) -> None:
    product = make_product(colours=["Teal"], sizes=["S", "M", "L"])
    assert counts(get(client, product.category, ""))["Teal"] == "1"


def test_a_value_that_would_find_nothing_stays_and_is_disabled(client: Client, shop: Category) -> None:
    page = get(client, shop, "type=Dress")
    disabled = [box.attributes["value"] for box in page.all("input") if "disabled" in box.attributes]
    assert disabled == ["Blue", "men"]


def test_a_ticked_value_can_be_unticked_even_when_nothing_is_found(client: Client, shop: Category) -> None:
    page = get(client, shop, "colour=Blue&type=Dress")
    checked = [box.attributes for box in page.all("input") if "checked" in box.attributes]
    assert [(box["name"], box["value"]) for box in checked] == [("type", "Dress"), ("colour", "Blue")]
    assert not any("disabled" in box for box in checked)


def test_every_applied_filter_is_a_chip_that_takes_it_off(client: Client, shop: Category) -> None:
    page = get(client, shop, "colour=Red&type=Shirt&price_max=50&sort=price_up&utm_source=letter")
    chips = {chip.text: chip.attributes["href"] for chip in page.with_class("chip--applied")}
    path = shop.get_absolute_url()
    assert chips == {
        "Remove filter: Type: Shirt ×": f"{path}?sort=price_up&colour=Red&price_max=50.00",
        "Remove filter: Colour: Red ×": f"{path}?sort=price_up&type=Shirt&price_max=50.00",
        "Remove filter: Highest price: up to €50.00 ×": f"{path}?sort=price_up&type=Shirt&colour=Red",
        "Clear all": f"{path}?sort=price_up",
    }


def test_the_form_carries_the_order_along_but_not_the_place(client: Client, shop: Category) -> None:
    page = get(client, shop, "sort=price_up&shown=48")
    (form,) = page.with_class("filters__form")
    assert (form.attributes["method"], form.attributes["action"]) == ("get", shop.get_absolute_url())
    hidden = [
        (field.attributes["name"], field.attributes["value"]) for field in page.all("input", type="hidden")
    ]
    assert ("sort", "price_up") in hidden
    assert "shown" not in [name for name, _ in hidden]


def test_nothing_left_says_so_and_offers_to_clear(client: Client, shop: Category) -> None:
    page = get(client, shop, "colour=Blue&type=Dress")
    assert page.text("h2", id="results") == "0 items"
    assert "Remove a filter above" in page.with_class("nothing-found")[0].text
    assert "Clear all filters" in page.texts("a", href=shop.get_absolute_url())


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("type=Spaceship", "Type: An unknown choice was left out."),
        ("colour=Octarine", "Colour: An unknown choice was left out."),
        ("colour=%00", "Colour: An unknown choice was left out."),
        ("colour=%FF%FE", "Colour: An unknown choice was left out."),
        ("gender=robots", "For: An unknown choice was left out."),
        ("sort=random", "Sort: This order is not known."),
        ("price_min=cheap", "Lowest price: Write the price as a number"),
        ("price_min=NaN", "Lowest price: Write the price as a number"),
        ("price_max=Infinity", "Highest price: Write the price as a number"),
        ("price_max=9.999", "Highest price: Write the price as a number"),
        ("price_max=1e-400", "Highest price: Write the price as a number"),
        ("price_max=-1", "Highest price: Ensure this value is greater than or equal to 0."),
        ("price_max=1e30", "Highest price: Ensure this value is less than or equal to 10000000."),
        ("price_min=50&price_max=20", "The lowest price is above the highest."),
        ("price_min=" + "9" * 5000, "Lowest price: "),
        ("type=" + "x" * 5000, "Type: An unknown choice was left out."),
    ],
)
def test_a_value_that_means_nothing_is_named_and_left_out(
    client: Client, shop: Category, query: str, message: str
) -> None:
    page = get(client, shop, query, status=400)
    (notice,) = page.with_class("notice--error")
    assert message in notice.text
    assert len(page.texts("h3")) == 3


def test_what_was_understood_still_applies_beside_an_error(client: Client, shop: Category) -> None:
    page = get(client, shop, "colour=Blue&price_max=x", status=400)
    assert page.texts("h3") == ["Blue shirt"]
    assert page.all("input", name="price_max")[0].attributes["value"] == "x"


def test_an_error_links_to_its_field(client: Client, shop: Category) -> None:
    page = get(client, shop, "type=Spaceship", status=400)
    (link,) = [link for link in page.all("a") if link.text == "Type"]
    assert page.all("fieldset", id=link.attributes["href"].removeprefix("#"))
