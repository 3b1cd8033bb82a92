from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from shop.models import CartLine
from tests.factories import make_category, make_product

from .conftest import OpenPage

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("width", [360, 1440]),
]

WAYS_OUT: list[Callable[[Page], None]] = [
    lambda page: page.keyboard.press("Escape"),
    lambda page: page.get_by_role("dialog").get_by_role("button", name="Close").click(),
    lambda page: page.mouse.click(5, 5),
]


def test_it_opens_over_the_list_adds_and_back_closes_it(open_page: OpenPage, width: int) -> None:
    category = make_category(slug="shirts")
    make_product(title="Linen shirt", slug="linen-shirt", sizes=["S", "M"], category=category)
    page = open_page(width=width)
    page.goto("/c/shirts/")
    link = page.get_by_role("link", name="Quick view")
    link.click()
    dialog = page.get_by_role("dialog", name="Linen shirt")
    expect(dialog.get_by_text("Linen shirt").first).to_be_focused()
    expect(page).to_have_url("/p/linen-shirt/quick/")
    dialog.get_by_role("radio", name="M", exact=True).click()
    expect(dialog.locator(".stock")).to_have_text("In stock")
    dialog.get_by_role("button", name="Add to cart").click()
    expect(dialog.get_by_role("status")).to_contain_text("Added: Linen shirt, Blue, M. 1 item in cart.")
    page.go_back()
    expect(dialog).to_be_hidden()
    expect(page).to_have_url("/c/shirts/")
    expect(link).to_be_focused()
    expect(page.locator(".card__in-cart")).to_have_text("In cart (1)")
    assert CartLine.objects.get().variant.size == "M"


def test_every_way_out_leads_back_to_the_list(open_page: OpenPage, width: int) -> None:
    make_product(title="Linen shirt", slug="linen-shirt")
    page = open_page(width=width)
    page.goto("/")
    link = page.get_by_role("link", name="Quick view")
    dialog = page.get_by_role("dialog", name="Linen shirt")
    for leave in WAYS_OUT[: 2 if width < 640 else 3]:  # there is no backdrop where it fills a phone's window
        link.focus()
        page.keyboard.press("Enter")
        expect(dialog).to_be_visible()
        leave(page)
        expect(dialog).to_be_hidden()
        expect(page).to_have_url("/")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(link).to_be_focused()


def test_without_a_script_the_link_is_the_products_page(open_page: OpenPage, width: int) -> None:
    make_product(title="Linen shirt", slug="linen-shirt")
    page = open_page(width=width, javascript=False)
    page.goto("/")
    page.get_by_role("link", name="Quick view").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Linen shirt")
