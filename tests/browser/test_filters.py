"""Filters of a list, in place: what changes, what stays, and where the focus is."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .shop import fill_shop

pytestmark = pytest.mark.django_db(transaction=True)


def open_list(open_page: OpenPage, width: int) -> Page:
    shirts = fill_shop()
    page = open_page(width=width)
    page.goto(shirts[0].category.get_absolute_url())
    return page


def heading(page: Page) -> str:
    return page.locator("#results").inner_text()


def test_a_tick_changes_the_list_and_the_address_and_keeps_the_focus(open_page: OpenPage) -> None:
    page = open_list(open_page, 1440)
    page.get_by_role("group", name="Colour").get_by_label("Blue").check()
    expect(page.locator("#results")).to_have_text("6 items")
    assert page.url.endswith("?colour=Blue")
    assert page.get_by_role("group", name="Colour").get_by_label("Blue").is_checked()
    expect(page.get_by_role("checkbox", name="Blue")).to_be_focused()
    expect(page.locator("#listing-status")).to_have_text("6 items")
    page.go_back()
    expect(page.locator("#results")).to_have_text("12 items")
    expect(page.get_by_role("banner")).to_be_visible()


def test_removing_the_last_chip_leads_to_the_count(open_page: OpenPage) -> None:
    page = open_list(open_page, 1440)
    page.get_by_role("checkbox", name="Blue").check()
    page.get_by_role("link", name="Remove filter: Colour: Blue").press("Enter")
    expect(page.locator("#results")).to_have_text("12 items")
    expect(page.locator("#results")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Blue")).not_to_be_checked()


def test_the_sheet_counts_while_one_ticks_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_list(open_page, 360)
    page.locator("summary", has_text="Filter").click()
    sheet = page.get_by_role("dialog", name="Filter")
    expect(sheet.get_by_role("button", name="Show 12 items")).to_be_in_viewport()
    sheet.get_by_role("checkbox", name="Blue").check()
    expect(sheet.get_by_role("button", name="Show 6 items")).to_be_in_viewport()
    expect(sheet.get_by_role("checkbox", name="Blue")).to_be_focused()
    sheet.get_by_role("button", name="Show 6 items").click()
    expect(sheet).to_be_hidden()
    expect(page.locator("summary", has_text="Filter (1)")).to_be_focused()
    assert page.url.endswith("?colour=Blue")


def test_the_order_is_chosen_from_a_menu_on_phones(open_page: OpenPage) -> None:
    page = open_list(open_page, 360)
    page.get_by_role("button", name="Sort: Newest").click()
    page.get_by_role("link", name="Lowest price").click()
    expect(page.get_by_role("button", name="Sort: Lowest price")).to_be_visible()
    assert page.url.endswith("?sort=price_up")


def test_a_failure_keeps_the_list_and_says_so(open_page: OpenPage) -> None:
    page = open_list(open_page, 1440)
    page.route("**/*colour=Blue*", lambda route: route.abort())
    page.get_by_role("checkbox", name="Blue").check()
    expect(page.locator("#status")).to_contain_text("Could not update. Try again.")
    assert heading(page) == "12 items"


def test_back_from_a_product_marks_its_tile(open_page: OpenPage) -> None:
    page = open_list(open_page, 360)
    page.get_by_role("link", name="Shirt 3", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Shirt 3")
    page.go_back()
    expect(page.locator(".card--seen")).to_contain_text("Shirt 3")
