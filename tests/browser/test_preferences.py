"""What people have asked of their system: no motion, colours of their own, larger letters."""

import pytest
from playwright.sync_api import Page, expect

from tests.factories import make_product

from .conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/", "/menu/", "/search/?q=linen", "/search/?q=linen&colour=Blue&colour=Red", "/p/linen-shirt/"]
OTHERS = ["/p/linen-shirt/similar/", "/cart/", "/wishlist/", "/visual-search/", "/privacy/"]


@pytest.fixture(autouse=True)
def goods() -> None:
    make_product(title="Linen shirt", slug="linen-shirt", colours=["Blue", "Red"], sizes=["S", "M"], images=3)
    make_product(title="Linen trousers", stock=0)


@pytest.fixture(params=[360, 1440])
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    return open_page(width=request.param)


def style(page: Page, selector: str, name: str) -> str:
    return str(
        page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)
    )


def test_nothing_moves_where_no_motion_is_wanted(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/p/linen-shirt/")
    page.locator(".gallery__thumbnail").last.click()
    place = page.locator(".gallery__pictures").evaluate("row => row.scrollLeft / row.clientWidth")
    assert place == pytest.approx(2, abs=0.02)
    page.get_by_role("link", name="Cart").click()
    expect(page.locator("#cart-drawer")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_choice_is_seen_in_colours_of_the_system(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/p/linen-shirt/")
    page.get_by_role("radio", name="M", exact=True).check()
    expect(page.locator(".stock")).to_be_visible()
    page.locator("h1").click()
    assert style(page, ".choice--size:has(:checked)", "outlineStyle") == "solid"
    assert style(page, ".choice--size:not(:has(:checked))", "outlineStyle") == "none"
    heart = page.locator(".product .wish__button")
    before = style(page, ".product .wish__button .icon", "fill")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    assert style(page, ".product .wish__button .icon", "fill") != before


def test_letters_of_twice_the_size_fit(page: Page) -> None:
    for url in PAGES:
        page.goto(url)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.wait_for_load_state("networkidle")
        width = page.evaluate("innerWidth")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


def test_a_page_of_twice_the_size_fits(open_page: OpenPage) -> None:
    """A window of 1440 px at 200 % has 720, one of 1280 at 400 % has 320."""
    page = open_page(width=720)
    for url in PAGES + OTHERS:
        page.goto(url)
        for width in (720, 320):
            page.set_viewport_size({"width": width, "height": 450})
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, url
