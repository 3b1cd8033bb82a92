import pytest
from playwright.sync_api import Page

from catalog.models import Product
from shop.models import Cart
from tests.factories import make_product

from .conftest import OpenPage
from .shop import fill_shop, photo

pytestmark = pytest.mark.django_db(transaction=True)

WIDTH = 320
LONG_NAME = "Mulberrysilkandcashmereblendcardiganwithmotherofpearlbuttons"


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(width=WIDTH)


@pytest.fixture
def product() -> Product:
    shirts = fill_shop()
    return make_product(title=LONG_NAME, category=shirts[0].category, sizes=["S", "M", "XXXL"], seed=3)


def assert_no_sideways_scroll(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH


def test_pages_fit(page: Page, product: Product) -> None:
    for path in ("/", "/search/?q=shirt", "/search/?q=nothing", "/visual-search/", "/cart/"):
        page.goto(path)
        assert_no_sideways_scroll(page)


def test_category_fits(page: Page, product: Product) -> None:
    page.goto(product.category.get_absolute_url())
    assert_no_sideways_scroll(page)


def test_product_with_similar_looks_fits(page: Page, product: Product) -> None:
    page.goto(product.get_absolute_url())
    page.locator(".similar-slot").scroll_into_view_if_needed()
    page.get_by_role("link", name="See all similar").wait_for()
    assert_no_sideways_scroll(page)


def test_similar_looks_fit(page: Page, product: Product) -> None:
    page.goto(f"{product.get_absolute_url()}similar/")
    assert_no_sideways_scroll(page)


def test_photo_results_fit(page: Page, product: Product) -> None:
    page.goto("/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(photo(seed=3))
    page.locator("[data-product]").first.wait_for()
    assert_no_sideways_scroll(page)


def test_cart_with_lines_and_messages_fits(page: Page, product: Product) -> None:
    page.goto(product.get_absolute_url())
    page.get_by_label("XXXL").check()
    page.get_by_role("button", name="Add to cart").click()
    page.locator("#status").get_by_text("Added").wait_for()
    assert_no_sideways_scroll(page)
    page.goto("/cart/")
    assert Cart.objects.count() == 1
    assert_no_sideways_scroll(page)
