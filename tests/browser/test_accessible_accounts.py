"""axe-core on the ways into an account and on its pages: nothing serious, nothing critical."""

import pytest
from playwright.sync_api import expect

from shop.services.addresses import add_address
from tests.accounts.orders import ADDRESS, make_order
from tests.accounts.people import PASSWORD, make_customer
from tests.factories import make_product
from tests.orders.kit import make_delivery

from .conftest import OpenPage
from .test_accessible import assert_nothing_serious

pytestmark = pytest.mark.django_db(transaction=True)

WAYS_IN = ["login/", "signup/", "login/code/", "password/reset/", "confirm-email/no-such-key/"]
PAGES = ["", "name/", "orders/", "addresses/", "addresses/new/", "data/", "email/", "password/change/"]


@pytest.mark.parametrize("path", WAYS_IN)
def test_ways_in(open_page: OpenPage, path: str) -> None:
    page = open_page(width=1440)
    page.goto(f"/account/{path}")
    assert_nothing_serious(page, widths=(1440, 360))


def test_a_refused_form(open_page: OpenPage) -> None:
    page = open_page(width=360)
    page.goto("/account/signup/")
    page.get_by_label("Email address").fill("ada@example.com")
    page.get_by_label("Password", exact=True).fill("short")
    page.get_by_role("button", name="Open an account").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert_nothing_serious(page, widths=(360,))


def test_pages_of_an_account(open_page: OpenPage) -> None:
    customer = make_customer()
    make_delivery()
    make_order(customer, make_product().variants.get())
    add_address(customer=customer, postal=ADDRESS)
    page = open_page(width=1440)
    page.goto("/account/login/")
    page.get_by_label("Email address").fill(customer.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
    for path in PAGES:
        page.goto(f"/account/{path}")
        assert_nothing_serious(page, widths=(1440, 360))
