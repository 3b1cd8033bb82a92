"""axe-core on the checkout as it opens, with mistakes in it, and on the order that comes of it."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_product
from tests.orders.kit import make_delivery

from .conftest import OpenPage
from .test_accessible import assert_nothing_serious
from .test_checkout import choose_card, fill_in, go_to_checkout

pytestmark = pytest.mark.django_db(transaction=True)

BOTH = (1440, 360)


def test_nothing_serious_from_checkout_to_order(open_page: OpenPage) -> None:
    make_delivery()
    make_product(title="Linen shirt", price_minor=1999)
    page = open_page(width=1440)
    go_to_checkout(page)
    assert_nothing_serious(page, widths=BOTH)

    fill_in(page)
    page.get_by_label("Street and number").fill("")
    choose_card(page, "Card that asks for confirmation")
    page.get_by_role("button", name="Order and pay").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert_nothing_serious(page, widths=BOTH)

    fill_in(page)
    page.get_by_role("button", name="Order and pay").click()
    expect(page.get_by_role("heading", name="Confirm the payment")).to_be_visible()
    assert_nothing_serious(page, widths=BOTH)
