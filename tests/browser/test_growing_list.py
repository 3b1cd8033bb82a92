"""A list grows in place, and its address brings everything back."""

import pytest
from playwright.sync_api import expect

from catalog.models import Product
from tests.factories import make_category, make_variant

from .conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def fifty_shirts(transactional_db: None) -> None:
    category = make_category(slug="all")
    for product in Product.objects.bulk_create(
        Product(title=f"No {place}", slug=f"no-{place}", category=category, product_type="Shirt")
        for place in range(50, 0, -1)
    ):
        make_variant(product)


@pytest.mark.parametrize("width", [360, 1440])
def test_more_in_place_then_a_product_then_back(fifty_shirts: None, open_page: OpenPage, width: int) -> None:
    page = open_page(width=width)
    page.goto("/c/all/")
    tiles = page.locator("#list-items > li")
    expect(tiles).to_have_count(24)

    page.get_by_role("link", name="Show 24 more").click()
    expect(tiles).to_have_count(48)
    page.wait_for_url("**/c/all/?shown=48")
    expect(page.locator("#list-shown")).to_have_text("48 of 50")
    expect(page.get_by_role("link", name="Show 2 more")).to_be_attached()

    seen = page.get_by_role("link", name="No 40", exact=True)
    seen.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    seen.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No 40")
    page.go_back()
    expect(tiles).to_have_count(48)
    expect(tiles.last).to_have_attribute("data-at-rest", "")
    expect(seen).to_be_in_viewport()
    assert page.evaluate("scrollY") == pytest.approx(place, abs=2)


def test_without_scripts_the_next_ones_are_in_view(fifty_shirts: None, open_page: OpenPage) -> None:
    page = open_page(width=1440, javascript=False)
    page.goto("/c/all/")
    page.get_by_role("link", name="Show 24 more").click()
    page.wait_for_url("**/c/all/?shown=48#item-25")
    expect(page.locator("#item-25")).to_be_in_viewport()
