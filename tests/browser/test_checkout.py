"""From a tile to a paid order, on a phone and on a desk, with scripts and without."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from catalog.models import Variant
from shop.cart_cookie import COOKIE
from shop.models import Order, OrderState
from shop.order_checks import order_faults
from tests.factories import make_product
from tests.orders.kit import make_delivery

from .conftest import OpenPage
from .sizes import crosswise, in_every_way

pytestmark = pytest.mark.django_db(transaction=True)


def go_to_checkout(page: Page) -> None:
    """With one linen shirt, by the buttons that a shopper presses."""
    page.goto("/")
    page.get_by_role("article").filter(has_text="Linen shirt").get_by_role("button", name="Add").click()
    expect(page.locator("#status")).to_contain_text("Added: Linen shirt")
    page.goto("/cart/")
    page.get_by_role("link", name="Checkout").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Checkout")


def open_checkout(page: Page) -> None:
    """With one linen shirt, put into the cart behind the page's back."""
    client = Client()
    client.post("/cart/add/", {"sku": Variant.objects.get().sku})
    cart = client.cookies[COOKIE].value
    page.context.add_cookies([{"name": COOKIE, "value": cart, "domain": "localhost", "path": "/"}])
    page.goto("/checkout/")


def fill_in(page: Page) -> None:
    page.get_by_label("Email").fill("ada@example.com")
    page.get_by_label("Full name").fill("Ada Adler")
    page.get_by_label("Street and number").fill("Lange Gasse 1")
    page.get_by_label("Postal code").fill("10115")
    page.get_by_label("City").fill("Berlin")


def pay(page: Page) -> None:
    page.get_by_role("button", name="Order and pay €24.89").click()


def choose_card(page: Page, label: str) -> None:
    page.get_by_role("radio", name="Test card").check()
    page.get_by_label("Which card?").select_option(label)


@pytest.fixture(autouse=True)
def shop() -> None:
    make_delivery()
    make_product(title="Linen shirt", price_minor=1999)


@in_every_way
def test_invoice(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page(width=width, javascript=javascript)
    go_to_checkout(page)
    fill_in(page)
    pay(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Order [A-Z2-9]{10}"))
    expect(page.get_by_text("Thank you! We have your order.")).to_be_visible()
    expect(page.get_by_text("We have written to ada@example.com.")).to_be_visible()
    assert Order.objects.get().state == OrderState.PLACED
    page.go_back()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Checkout")
    assert order_faults() == []


@crosswise
def test_a_declined_card_then_one_that_pays(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page(width=width, javascript=javascript)
    open_checkout(page)
    fill_in(page)
    choose_card(page, "Card that is declined")
    pay(page)
    problems = page.get_by_role("alert")
    expect(problems).to_contain_text("The card was declined. Nothing was charged.")
    expect(problems).to_be_focused()
    expect(page.get_by_label("Full name")).to_have_value("Ada Adler")
    choose_card(page, "Card that pays")
    pay(page)
    expect(page.get_by_text("Thank you! We have your order.")).to_be_visible()
    states = Order.objects.order_by("id").values_list("state", flat=True)
    assert list(states) == [OrderState.CANCELLED, OrderState.PAID]
    assert order_faults() == []


@crosswise
def test_a_card_that_asks_and_one_that_does_not_answer(
    open_page: OpenPage, width: int, javascript: bool
) -> None:
    page = open_page(width=width, javascript=javascript)
    open_checkout(page)
    fill_in(page)
    choose_card(page, "Card that asks for confirmation")
    pay(page)
    page.get_by_role("button", name="Yes, pay").click()
    expect(page.get_by_text("Thank you! Your order is paid.")).to_be_visible()
    open_checkout(page)
    fill_in(page)
    choose_card(page, "Card whose bank does not answer")
    pay(page)
    expect(page.get_by_role("heading", name="We wait for your bank")).to_be_visible()


@crosswise
def test_mistakes_stand_beside_their_fields(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page(width=width, javascript=javascript)
    open_checkout(page)
    fill_in(page)
    page.get_by_label("Postal code").fill("1")
    page.get_by_label("Street and number").fill("")
    pay(page)
    problems = page.get_by_role("alert")
    expect(problems).to_be_focused()
    problems.get_by_role("link", name="Street and number").click()
    expect(page.get_by_label("Street and number")).to_be_focused()
    expect(page.get_by_label("Postal code")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("City")).to_have_value("Berlin")
    assert not Order.objects.exists()


@crosswise
def test_another_country_asks_for_its_own_parts(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page(width=width, javascript=javascript)
    open_checkout(page)
    fill_in(page)
    page.get_by_label("Country").select_option("United States")
    if not javascript:
        page.get_by_role("button", name="Change country").click()
    expect(page.get_by_label("State")).to_be_visible()
    expect(page.get_by_label("ZIP code")).to_have_value("10115")
    expect(page.get_by_label("Full name")).to_have_value("Ada Adler")


@crosswise
def test_the_total_stays_in_view(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page(width=width, javascript=javascript)
    open_checkout(page)
    bar, aside = page.locator(".checkout__bar"), page.locator(".checkout__aside")
    if width < 1024:
        expect(bar.locator("summary")).to_contain_text("€24.89")
        expect(aside).to_be_hidden()
        bar.locator("summary").click()
        expect(bar.get_by_text("1 × Linen shirt, Blue, M")).to_be_visible()
    else:
        expect(bar).to_be_hidden()
        page.get_by_role("button", name="Order and pay").scroll_into_view_if_needed()
        expect(aside.get_by_text("€24.89")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
