"""The search field's list of suggestions: an editable combobox by the ARIA practices guide."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.factories import make_category, make_product

from .conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    dresses = make_category(name="Dresses", slug="dresses")
    for name in ("Blue", "Green", "Red"):
        make_product(title=f"{name} dress", product_type="Dress", category=dresses, colours=[name])
    page = open_page(width=1440)
    page.goto("/")
    return page


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the shop")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def write(page: Page, text: str) -> None:
    field(page).press_sequentially(text)


def test_arrows_choose_and_enter_follows(page: Page) -> None:
    write(page, "dr")
    expect(options(page)).to_have_count(5)
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("5 suggestions")).to_be_attached()

    field(page).press("ArrowDown")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field(page)).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "none")
    expect(field(page)).to_be_focused()

    field(page).press("ArrowDown")
    expect(options(page).nth(1)).to_have_attribute("aria-selected", "true")
    expect(first).to_have_attribute("aria-selected", "false")
    field(page).press("Enter")
    page.wait_for_url("**/c/dresses/")


def test_arrows_go_round_by_the_field(page: Page) -> None:
    write(page, "dr")
    expect(options(page)).to_have_count(5)
    field(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    field(page).press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    expect(field(page)).not_to_have_attribute("aria-activedescendant", re.compile(".*"))


def test_enter_without_a_choice_searches(page: Page) -> None:
    write(page, "green")
    expect(options(page).first).to_be_visible()
    field(page).press("Enter")
    page.wait_for_url("**/search/?q=green")


def test_escape_closes_and_keeps_the_words(page: Page) -> None:
    write(page, "dr")
    expect(options(page)).to_have_count(5)
    field(page).press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(field(page)).to_have_value("dr")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    field(page).press("ArrowDown")
    expect(options(page)).to_have_count(5)


def test_leaving_closes(page: Page) -> None:
    write(page, "dr")
    expect(options(page)).to_have_count(5)
    field(page).press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_a_suggestion_can_be_clicked(page: Page) -> None:
    write(page, "red")
    options(page).filter(has_text="Red dress").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Red dress")


def test_an_older_answer_never_comes_over_a_newer_one(page: Page) -> None:
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        asked = parse_qs(urlsplit(route.request.url).query)["q"][0]
        held.append(route) if asked == "blue" else route.continue_()

    page.route("**/search/suggestions/**", hold_the_first)
    write(page, "blue")
    with page.expect_event("requestfailed"):  # the older one is given up as soon as the newer one is sent
        page.wait_for_timeout(300)
        field(page).fill("green")
    expect(options(page).filter(has_text="Green dress")).to_have_count(1)
    for route in held:
        route.abort()
    expect(options(page).filter(has_text="Blue dress")).to_have_count(0)


def test_fast_typing_asks_once(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "suggestions" in request.url else None)
    write(page, "dress")
    expect(options(page).first).to_be_visible()
    assert len(asked) == 1


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_phone(open_page: OpenPage, width: int) -> None:
    make_product(title="Dress " + "of very fine worsted wool " * 7)
    page = open_page(width=width)
    page.goto("/search/")
    write(page, "dress")
    expect(options(page).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert all(box["height"] >= 44 for option in options(page).all() if (box := option.bounding_box()))


def test_without_scripts_it_is_a_plain_search(open_page: OpenPage) -> None:
    make_product(title="Green dress")
    page = open_page(width=1440, javascript=False)
    page.goto("/")
    page.get_by_role("searchbox", name="Search the shop").fill("gren")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    page.wait_for_url("**/search/?q=gren")
    expect(page.get_by_role("main").get_by_role("link", name="Green dress", exact=True)).to_be_visible()
