"""From the first page to the cart, on a phone and on a desk, with scripts and without."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import OpenPage
from .shop import fill_shop, photo

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"]),
    pytest.mark.parametrize("width", [360, 1440]),
]


def tiles(page: Page) -> Locator:
    return page.locator(".card[data-product]")


def expect_in_cart(page: Page, *titles: str) -> None:
    page.goto("/cart/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cart")
    for title in titles:
        expect(page.get_by_role("heading", level=2).filter(has_text=title)).to_be_visible()
    expect(page.locator(".cart-line")).to_have_count(len(titles))


def send_photo(page: Page, seed: int, javascript: bool) -> None:
    page.wait_for_url("**/visual-search/")  # and its script, which sends a photo as soon as it is chosen
    page.get_by_label("Choose a photo").set_input_files(photo(seed=seed))
    if not javascript:
        page.get_by_role("button", name="Find similar items").click()


def filter_by_colour(page: Page, colour: str, left: int, javascript: bool) -> None:
    """Scripts filter at once, in a sheet on phones; without them the form is sent."""
    summary = page.locator("summary", has_text="Filter")
    if summary.is_visible():
        summary.click()
    page.get_by_role("group", name="Colour").get_by_label(colour).check()
    if not javascript:
        page.get_by_role("button", name="Apply").click()
    elif page.get_by_role("dialog", name="Filter").is_visible():
        page.get_by_role("button", name=f"Show {left} items").click()


def test_browse_to_product_to_similar_looks_to_cart(
    open_page: OpenPage, width: int, javascript: bool
) -> None:
    fill_shop()
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Shirts").first.click()
    page.get_by_role("link", name="Shirt 7", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Shirt 7")

    page.get_by_role("button", name="Add to cart").first.click()
    expect(page.get_by_text("Added: Shirt 7, Red, M. 1 item in cart.").first).to_be_visible()
    page.keyboard.press("Escape")  # the drawer, where it opened

    if javascript:
        page.locator(".similar-slot").scroll_into_view_if_needed()
    else:
        page.get_by_role("link", name="See similar looks").click()
    expect(page.get_by_text("Chosen by how they look")).to_be_visible()
    assert tiles(page).count() >= 8
    expect(tiles(page).filter(has_text="Shirt 7")).to_have_count(0)

    nearest = tiles(page).first
    title = nearest.get_by_role("heading").inner_text().strip()
    nearest.locator(".card__add button").click()
    expect(page.locator("#status")).to_contain_text(f"Added: {title}")
    expect_in_cart(page, "Shirt 7", title)


def test_photo_to_filter_to_cart(open_page: OpenPage, width: int, javascript: bool) -> None:
    shirts = fill_shop()
    twin = 4
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Search with a photo").click()
    send_photo(page, twin, javascript)
    expect(page.get_by_role("heading", level=1)).to_contain_text("like your photo")
    expect(page.get_by_role("img", name="Your photo")).to_be_visible()
    expect(tiles(page).first).to_contain_text(f"Shirt {twin}")

    filter_by_colour(page, "Blue", len(shirts) // 2, javascript)
    chips = page.locator(".photo-groups")
    expect(chips.get_by_role("button", name="Blue", pressed=True)).to_be_visible()
    expect(page.get_by_role("img", name="Your photo")).to_be_visible()
    expect(tiles(page)).to_have_count(len(shirts) // 2)

    tiles(page).first.locator(".card__add button").click()
    expect(page.locator("#status")).to_contain_text(f"Added: Shirt {twin}, Blue, M. 1 item in cart.")
    expect(tiles(page)).to_have_count(len(shirts) // 2)
    expect_in_cart(page, f"Shirt {twin}")
