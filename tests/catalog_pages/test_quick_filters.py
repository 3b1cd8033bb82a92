"""Filters that are one tap away: fixed price bands, and a few frequent values above the list."""

import pytest
from django.test import Client, override_settings

from tests.factories import make_category, make_product

from .page import Page, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def url() -> str:
    category = make_category(name="Shirts")
    for number, (colour, price) in enumerate([("Blue", 1999), ("Blue", 3000), ("Red", 12000)]):
        make_product(title=f"Shirt {number}", category=category, colours=[colour], price_minor=price)
    return category.get_absolute_url()


def link(page: Page, label: str) -> dict[str, str]:
    (found,) = [element for element in page.with_class("chip") if element.text == label]
    return found.attributes


def titles(page: Page) -> set[str]:
    return {element.text for element in page.with_class("card__link")}


def test_bands_lie_between_the_shops_steps(client: Client, url: str) -> None:
    page = read(client.get(url))
    for label in ("Up to €25", "€25 to €50", "€50 to €100", "From €100"):
        assert link(page, label)


@pytest.mark.parametrize(
    ("label", "found"), [("Up to €25", {"Shirt 0"}), ("€25 to €50", {"Shirt 1"}), ("From €100", {"Shirt 2"})]
)
def test_a_band_leaves_its_prices(client: Client, url: str, label: str, found: set[str]) -> None:
    page = read(client.get(link(read(client.get(url)), label)["href"]))
    assert titles(page) == found
    assert link(page, label)["aria-current"] == "true"


def test_a_band_keeps_the_other_filters_and_is_taken_off_by_itself(client: Client, url: str) -> None:
    filtered = url + "?colour=Blue"
    there = link(read(client.get(filtered)), "Up to €25")["href"]
    assert "colour=Blue" in there
    assert link(read(client.get(there)), "Up to €25")["href"] == filtered


@override_settings(VITRINE_CURRENCY="KRW", VITRINE_PRICE_BANDS=[20000])
def test_bands_are_in_the_shops_currency(client: Client, url: str) -> None:
    assert link(read(client.get(url)), "Up to ₩20,000")["href"] == url + "?price_max=20000"


def test_quick_filters_are_switches_of_what_the_panel_has(client: Client, url: str) -> None:
    page = read(client.get(url))
    assert link(page, "Blue")["href"] == url + "?colour=Blue"
    assert link(page, "In stock only")["href"] == url + "?in_stock=1"
    switched_on = read(client.get(url + "?colour=Blue"))
    assert link(switched_on, "Blue")["aria-current"] == "true"
    assert link(switched_on, "Blue")["href"] == url


def test_a_group_without_a_choice_is_not_promoted(client: Client, url: str) -> None:
    page = read(client.get(url))
    kinds = {option.attributes["value"] for option in page.all("input", name="type")}
    assert len(kinds) == 1
    assert not [element for element in page.with_class("chip") if element.text in kinds]
