"""Paying with a card by Stripe: its script is a stand-in, the Content-Security-Policy around it is not."""

from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.fixtures import Settings

from shop.models import Order, OrderState
from shop.order_checks import order_faults
from tests.factories import make_product
from tests.orders.kit import make_delivery
from tests.orders.stripe.provider import Stripe, localstripe, offer

from .conftest import OpenPage
from .test_checkout import fill_in, go_to_checkout, pay

pytestmark = pytest.mark.django_db(transaction=True)

SCRIPT = """
window.Stripe = (key) => ({
  elements: ({ clientSecret }) => ({
    clientSecret,
    create: () => ({
      mount: (place) => { place.innerHTML = '<label>Card number <input type="text"></label>'; },
    }),
  }),
  confirmPayment: async ({ elements }) => {
    const number = document.querySelector("[data-card] input").value;
    const body = new URLSearchParams({ number, secret: elements.clientSecret, key });
    return (await fetch("https://api.stripe.com/confirm", { method: "POST", body })).json();
  },
});
"""
DECLINED = '{"error": {"message": "Your card was declined."}}'


@pytest.fixture
def stripe(settings: Settings) -> Iterator[Stripe]:
    make_delivery()
    make_product(title="Linen shirt", price_minor=1999, stock=9)
    with localstripe() as server:
        offer(settings, server)
        yield server


def stand_in(page: Page, stripe: Stripe) -> None:
    """For js.stripe.com and api.stripe.com: a card that is not 4242 is declined."""

    def confirm(route: Route) -> None:
        sent = dict(parse_qsl(route.request.post_data or ""))
        paid = sent["number"] == "4242"
        if paid:
            stripe.pay(sent["secret"].split("_secret_")[0])
        allowed = {"Access-Control-Allow-Origin": "*"}
        route.fulfill(body="{}" if paid else DECLINED, content_type="application/json", headers=allowed)

    page.route(
        "https://js.stripe.com/**", lambda route: route.fulfill(body=SCRIPT, content_type="text/javascript")
    )
    page.route("https://api.stripe.com/**", confirm)


def order_by_card(page: Page) -> None:
    go_to_checkout(page)
    fill_in(page)
    page.get_by_role("radio", name="Card").check()
    pay(page)
    expect(page.get_by_role("heading", name="Pay by card")).to_be_visible()


def test_a_card_that_is_declined_then_one_that_pays(open_page: OpenPage, stripe: Stripe) -> None:
    for width in (360, 1440):
        page = open_page(width=width)
        stand_in(page, stripe)
        order_by_card(page)
        page.get_by_label("Card number").fill("4000")
        page.get_by_role("button", name="Pay €24.89").click()
        expect(page.get_by_role("alert")).to_have_text("Your card was declined.")
        page.get_by_label("Card number").fill("4242")
        page.get_by_role("button", name="Pay €24.89").click()
        expect(page.get_by_text("Thank you! Your order is paid.")).to_be_visible()
        assert Order.objects.latest("id").state == OrderState.PAID
    assert order_faults() == []


def test_another_way_to_pay_without_a_script(open_page: OpenPage, stripe: Stripe) -> None:
    page = open_page(width=360, javascript=False)
    order_by_card(page)
    expect(page.get_by_text("Cards need JavaScript here.")).to_be_visible()
    page.get_by_role("button", name="Pay another way").click()
    expect(page.get_by_text("Nothing was charged. Your cart is as it was.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Checkout")
    fill_in(page)
    pay(page)
    expect(page.get_by_text("Thank you! We have your order.")).to_be_visible()
    assert order_faults() == []
