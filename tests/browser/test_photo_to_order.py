"""From a photo to a paid order, as a guest and as a customer, on a phone and on a desk."""

import pytest
from playwright.sync_api import Page, expect

from shop.models import Coupon, Order, OrderState
from shop.order_checks import order_faults
from tests.accounts.people import PASSWORD, make_customer
from tests.orders.kit import make_delivery

from .conftest import OpenPage
from .shop import fill_shop, photo

pytestmark = pytest.mark.django_db(transaction=True)

TWIN = 4
"""The number of the shirt that the photo shows."""


@pytest.fixture(autouse=True)
def shop() -> None:
    make_delivery()
    fill_shop()
    Coupon.objects.create(code="TEN", kind="percent", percent=10)


def add_what_the_photo_shows(page: Page) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Search with a photo").click()
    page.wait_for_url("**/visual-search/")
    page.get_by_label("Choose a photo").set_input_files(photo(seed=TWIN))
    tile = page.locator(".card[data-product]").first
    expect(tile).to_contain_text(f"Shirt {TWIN}")
    tile.locator(".card__add button").click()
    expect(page.locator("#status")).to_contain_text(f"Added: Shirt {TWIN}")


def use_a_code(page: Page) -> None:
    page.goto("/cart/")
    code = page.get_by_label("Discount code")
    page.get_by_text("Have a discount code?").click()
    code.fill("none")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("There is no such code.")).to_be_visible()
    code.fill("ten")
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_role("status").filter(has_text="Code TEN is applied.")).to_be_visible()


def sign_in(page: Page, email: str) -> None:
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Checkout")
    expect(page.get_by_label("Email")).to_have_value(email)


def pay_by_card(page: Page) -> None:
    for label, value in (
        ("Full name", "Ada Adler"),
        ("Street and number", "Lange Gasse 1"),
        ("Postal code", "10115"),
        ("City", "Berlin"),
    ):
        page.get_by_label(label).fill(value)
    page.get_by_role("radio", name="Test card").check()
    page.get_by_role("button", name="Order and pay").click()


@pytest.mark.parametrize("who", ["guest", "customer"])
def test_from_a_photo_to_a_paid_order(open_page: OpenPage, who: str) -> None:
    customer = make_customer() if who == "customer" else None
    for orders, width in enumerate((360, 1440), start=1):
        page = open_page(width=width)
        add_what_the_photo_shows(page)
        use_a_code(page)
        page.get_by_role("link", name="Checkout").click()
        if customer:
            sign_in(page, customer.email)
        else:
            page.get_by_label("Email").fill("ada@example.com")
        pay_by_card(page)
        expect(page.get_by_text("Thank you! We have your order.")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        order = Order.objects.latest("id")
        assert (order.state, order.customer, order.discount_minor) == (OrderState.PAID, customer, 200)
        assert order.lines.get().source == "photo-search"
        assert Order.objects.count() == orders
    assert order_faults() == []
