"""From a guest's cart to a customer's, by the link in the mail."""

import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from catalog.models import Product
from tests.accounts.people import PASSWORD, make_customer, new_email
from tests.factories import make_product
from tests.orders.kit import make_delivery

from .conftest import OpenPage

pytestmark = pytest.mark.django_db(transaction=True)

SIGN_UP = "/account/signup/?next=/cart/"


@pytest.fixture(params=[360, 1440])
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    return open_page(width=request.param)


@pytest.fixture
def shirt(transactional_db: None) -> Product:
    return make_product(title="Linen shirt", stock=5)


def add_to_cart(page: Page, product: Product) -> None:
    page.goto(product.get_absolute_url())
    page.locator("main").get_by_role("button", name="Add to cart").first.click()
    expect(page.locator("#cart-badge")).to_contain_text("1")


def link_in_mail() -> str:
    found = re.search(r"http://\S+/account/confirm-email/\S+", str(mail.outbox[-1].body))
    assert found
    return found[0]


def fill_in(page: Page, email: str) -> None:
    """By keyboard alone."""
    page.get_by_label("Email address").focus()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.tagName") != "INPUT":
        page.get_by_label("Password", exact=True).focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


def test_sign_up_confirm_and_find_the_cart_in_the_account(page: Page, shirt: Product) -> None:
    add_to_cart(page, shirt)
    page.goto(SIGN_UP)
    fill_in(page, new_email())
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    page.goto(link_in_mail())
    page.get_by_role("button", name="Yes, confirm it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cart")
    expect(page.locator(".cart-line")).to_contain_text("Linen shirt")
    expect(page.locator("#cart-badge")).to_contain_text("1")


def test_sign_in_by_keyboard_brings_two_carts_together(
    page: Page, shirt: Product, open_page: OpenPage
) -> None:
    customer = make_customer()
    desk = open_page(width=1440)
    desk.goto("/account/login/")
    fill_in(desk, customer.email)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Your account")
    add_to_cart(desk, make_product(title="Wool hat"))

    add_to_cart(page, shirt)
    page.goto("/account/login/?next=/cart/")
    fill_in(page, customer.email)
    expect(page.locator(".cart-line")).to_have_count(2)
    expect(page.locator("#status")).to_contain_text("added to the cart of your account")


def test_a_refused_form_is_read_out_and_leads_to_its_field(page: Page, db: None) -> None:
    page.goto("/account/signup/")
    page.get_by_label("Email address").fill(new_email())
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_role("button", name="Open an account").click()
    problem = page.get_by_role("alert")
    expect(problem).to_be_focused()
    problem.get_by_role("link", name="Password").click()
    expect(page.get_by_label("Password", exact=True)).to_be_focused()


def test_another_country_has_other_fields_at_once(page: Page, db: None) -> None:
    make_delivery()
    customer = make_customer()
    page.goto("/account/login/?next=/account/addresses/new/")
    fill_in(page, customer.email)
    page.get_by_label("Full name").fill("Ada")
    page.get_by_label("Country").select_option("US")
    expect(page.get_by_label("State")).to_be_visible()
    expect(page.get_by_label("Full name")).to_have_value("Ada")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_a_button_brings_the_countrys_fields(open_page: OpenPage, db: None) -> None:
    page = open_page(width=360, javascript=False)
    make_delivery()
    customer = make_customer()
    page.goto("/account/login/?next=/account/addresses/new/")
    page.get_by_label("Email address").fill(customer.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Country").select_option("US")
    page.get_by_role("button", name="Change country").click()
    expect(page.get_by_label("State")).to_be_visible()
