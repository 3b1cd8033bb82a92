"""axe-core on a phone and on a desk, in light and dark: nothing serious, nothing critical."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from catalog.models import Product
from config.frontend.packages import MODULES
from tests.factories import make_category, make_product
from tests.similar_looks.gallery import embed

from .conftest import OpenPage
from .shop import photo

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("shop")]

AXE = MODULES / "axe-core" / "axe.min.js"
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: all that a theme changes."""
PAGES = {
    "home": "/",
    "menu": "/menu/",
    "category": "/c/shirts/",
    "filtered": "/c/shirts/?colour=Blue&price_max=100",
    "search": "/search/?q=linen",
    "nothing found": "/search/?q=zeppelin",
    "empty search": "/search/",
    "product": "/p/linen-shirt/",
    "sold out": "/p/wool-coat/",
    "similar looks": "/p/linen-shirt/similar/",
    "cart": "/cart/",
    "wish-list": "/wishlist/",
    "photo search": "/visual-search/",
    "privacy": "/privacy/",
    "style guide": "/styleguide/",
}
# Answered with 404 and 410, which the watch for faults would report.
ERRORS = {"not found": "/p/no-such-product/", "withdrawn": "/p/felt-hat/"}


def filter_sheet(page: Page) -> None:
    page.goto("/c/shirts/?colour=Blue")
    page.locator(".filters__summary").click()
    expect(page.locator("#filter-sheet")).to_be_visible()


def size_in_the_tile(page: Page) -> None:
    page.goto("/c/shirts/")
    page.get_by_text("Add: choose size").first.click()


def quick_view(page: Page) -> None:
    page.goto("/c/shirts/")
    page.get_by_role("link", name="Quick view").first.click()
    expect(page.get_by_role("dialog").get_by_role("button", name="Close")).to_be_visible()


def menu_drawer(page: Page) -> None:
    page.goto("/c/shirts/")
    page.get_by_role("link", name="Menu").click()
    expect(page.locator("#menu-drawer").get_by_role("link", name="Clothes")).to_be_visible()


def suggestions(page: Page) -> None:
    page.goto("/search/?q=linen")
    page.get_by_role("combobox").fill("")
    page.get_by_role("combobox").press_sequentially("sh")
    expect(page.get_by_role("option").first).to_be_visible()


def enlarged(page: Page) -> None:
    page.goto("/p/linen-shirt/")
    page.get_by_role("link", name="Enlarge").first.click()
    expect(page.locator("#zoom img")).to_be_visible()


def size_wanting(page: Page) -> None:
    page.goto("/p/linen-shirt/")
    page.locator(".buy__add").click()
    expect(page.get_by_text("Choose a size first.")).to_be_visible()


def photo_results(page: Page) -> None:
    embed(Product.objects.published())
    page.goto("/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(photo(seed=3))
    expect(page.locator("[data-product]").first).to_be_visible()


def cart_drawer(page: Page) -> None:
    page.goto("/p/linen-shirt/")
    page.locator(".buy").get_by_role("radio", name="M", exact=True).check()
    page.locator(".buy__add").click()
    expect(page.locator("#cart-drawer").get_by_role("spinbutton")).to_be_visible()


def cart_with_a_line(page: Page) -> None:
    cart_drawer(page)
    page.goto("/cart/")
    expect(page.get_by_role("spinbutton")).to_be_visible()


def wish(page: Page) -> None:
    page.goto("/c/shirts/")
    heart = page.get_by_role("button", name=re.compile("wish-list: Linen shirt"))
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    page.goto("/wishlist/")


STATES: dict[str, Callable[[Page], None]] = {
    step.__name__: step
    for step in (
        filter_sheet,
        size_in_the_tile,
        menu_drawer,
        suggestions,
        quick_view,
        enlarged,
        size_wanting,
        cart_drawer,
        cart_with_a_line,
        wish,
        photo_results,
    )
}


@pytest.fixture
def shop() -> None:
    shirts = make_category(name="Shirts", slug="shirts", parent=make_category(name="Clothes"))
    make_product(title="Linen shirt", slug="linen-shirt", category=shirts, sizes=["S", "M"], images=2)
    make_product(title="Linen tunic", category=shirts, colours=["Blue", "Red", "Teal", "Tan", "Grey"])
    make_product(title="Wool coat", slug="wool-coat", category=shirts, stock=0)
    hat = make_product(title="Felt hat", slug="felt-hat", category=shirts)
    Product.objects.filter(pk=hat.pk).update(is_published=False)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_serious(open_page: OpenPage, name: str) -> None:
    page = open_page(width=1440)
    page.goto(PAGES[name])
    assert_nothing_serious(page, widths=(1440, 360))


@pytest.mark.parametrize("name", ERRORS)
def test_nothing_serious_in_pages_of_errors(open_page: OpenPage, name: str) -> None:
    page = open_page(width=1440)
    page.route(f"**{ERRORS[name]}", lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto(ERRORS[name])
    assert_nothing_serious(page, widths=(1440, 360))


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", STATES)
def test_nothing_serious_in_what_opens(open_page: OpenPage, name: str, width: int) -> None:
    if name == "filter_sheet" and width > 1000:
        pytest.skip("The filters are a column beside the list, there.")
    page = open_page(width=width)
    STATES[name](page)
    assert_nothing_serious(page, widths=(width,))


def assert_nothing_serious(page: Page, *, widths: tuple[int, ...]) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text())
    found: dict[str, None] = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for theme, rules in (("light", {}), ("dark", {"runOnly": COLOURS})):
            page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
            found |= {f"{width} {theme} {line}": None for line in serious(page, rules)}
    assert not found, "\n".join(found)


def serious(page: Page, rules: dict[str, list[str]]) -> list[str]:
    """All rules, unless some are named. Without what we do not print, which takes half as long."""
    options = {"resultTypes": ["violations"], "selectors": False, "preload": False, **rules}
    result: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result["violations"]
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"]
    ]
