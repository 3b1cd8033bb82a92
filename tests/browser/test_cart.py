import pytest
from playwright.sync_api import Page, expect

from shop.models import CartLine
from tests.factories import make_product

from .conftest import OpenPage
from .sizes import crosswise, in_every_way

pytestmark = pytest.mark.django_db(transaction=True)


def add_linen_shirt(page: Page) -> None:
    page.get_by_role("article").filter(has_text="Linen shirt").get_by_role("button", name="Add").click()


@in_every_way
def test_add_from_a_tile_keeps_the_shopper_on_the_page(
    open_page: OpenPage, width: int, javascript: bool
) -> None:
    make_product(title="Linen shirt", sizes=["S", "M"])
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    tile = page.get_by_role("article").filter(has_text="Linen shirt")
    tile.get_by_text("Add: choose size").click()
    tile.get_by_role("radio").last.check()
    tile.get_by_role("button", name="Add to cart").click()
    expect(page.locator("#status")).to_contain_text("Added: Linen shirt, Blue, M. 1 item in cart.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Find clothes by sight")
    if javascript:
        expect(page.get_by_role("link", name="Cart 1 item")).to_be_visible()


@crosswise
def test_add_without_a_size_adds_nothing(open_page: OpenPage, width: int, javascript: bool) -> None:
    make_product(title="Linen shirt", sizes=["S", "M"])
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    page.get_by_text("Add: choose size").click()
    page.get_by_role("button", name="Add to cart").click()
    page.goto("/cart/")
    expect(page.get_by_text("Your cart is empty.")).to_be_visible()


@crosswise
def test_change_remove_and_undo(open_page: OpenPage, width: int, javascript: bool) -> None:
    make_product(title="Linen shirt", price_minor=1999)
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    add_linen_shirt(page)
    expect(page.locator("#status")).to_contain_text("Added")
    page.goto("/cart/")
    page.get_by_label("Quantity of Linen shirt, Blue, M").fill("3")
    page.get_by_label("Quantity of Linen shirt, Blue, M").press("Enter")
    expect(page.get_by_role("definition")).to_have_text("€59.97")
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Your cart is empty.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("definition")).to_have_text("€59.97")


@crosswise
def test_refusal_says_how_many_are_left(open_page: OpenPage, width: int, javascript: bool) -> None:
    make_product(title="Linen shirt", stock=1)
    page = open_page(width=width, javascript=javascript)
    page.goto("/")
    add_linen_shirt(page)
    expect(page.locator("#status")).to_contain_text("Added")
    add_linen_shirt(page)
    said = "Only 1 left of Linen shirt, Blue, M. 1 is in your cart already."
    expect(page.get_by_text(said)).to_be_visible()
    assert CartLine.objects.get().quantity == 1
