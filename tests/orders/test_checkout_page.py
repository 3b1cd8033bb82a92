import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from shop.models import Cart, CartLine, Coupon, Order, OrderState, PaymentState, ShippingRate, TestCardCharge
from tests.accounts.people import make_customer, signed_in
from tests.factories import make_product

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]

URL = "/checkout/"
FILLED = {
    "email": "ada@example.com",
    "name": "Ada Adler",
    "street_address": "Lange Gasse 1",
    "city": "Berlin",
    "postal_code": "10115",
    "country_code": "DE",
    "shipping_method": "standard",
    "payment_method": "invoice",
    "payment_choice": "succeed",
}


def add(client: Client, variant: Variant, quantity: int = 1) -> None:
    client.post("/cart/add/", {"sku": variant.sku, "quantity": quantity})


def hidden(page: str) -> dict[str, str]:
    """What the page carries along: its key and what the shopper saw."""
    return dict(re.findall(r'<input type="hidden" name="(key|seen)" value="([^"]*)"', page))


def shown(client: Client) -> dict[str, str]:
    return hidden(client.get(URL).content.decode())


def send(client: Client, **fields: Any) -> Any:
    return client.post(URL, shown(client) | FILLED | fields)


def errors(page: str) -> list[str]:
    return re.findall(r'class="errorlist"[^>]*><li>([^<]*)', page)


def test_an_empty_cart_leads_to_the_cart(client: Client, delivery: None) -> None:
    assert client.get(URL)["Location"] == "/cart/"


def test_the_page_asks_for_little_and_shows_the_whole_total(client: Client, shirt: Variant) -> None:
    add(client, shirt, 2)
    page = client.get(URL).content.decode()
    aside = page[page.index("checkout__more") :]
    main = page[page.index("checkout__main") : page.index("checkout__more")]
    assert len(re.findall(r'<(?:input type="(?:text|email)"|select)', main)) == 6
    assert 'autocomplete="shipping postal-code" inputmode="numeric"' in main
    assert 'inputmode="email"' in main
    assert "Order and pay €44.88" in page
    assert "Including 19 % tax: €7.17" in page
    assert "Phone" in aside


def test_a_guest_orders_by_invoice(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    response = send(client)
    order = Order.objects.get()
    assert response.status_code == 303
    assert response["Location"] == order.get_absolute_url()
    assert (order.state, order.total_minor, order.email) == (OrderState.PLACED, 2489, "ada@example.com")
    page = client.get(order.get_absolute_url()).content.decode()
    assert "Thank you! We have your order." in page
    assert "We have written to ada@example.com." in page


def test_a_card_that_pays(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    send(client, payment_method="test")
    assert Order.objects.get().state == OrderState.PAID


def test_a_card_that_is_declined_loses_nothing(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    response = send(client, payment_method="test", payment_choice="fail")
    page = response.content.decode()
    assert response.status_code == 422
    assert "The card was declined. Nothing was charged." in page
    assert 'value="Lange Gasse 1"' in page
    assert CartLine.objects.get().quantity == 1
    again = client.post(URL, hidden(page) | FILLED)
    assert again.status_code == 303
    assert sorted(Order.objects.values_list("state", flat=True)) == ["cancelled", "placed"]


@pytest.mark.parametrize(("answer", "state"), [("yes", "paid"), ("no", "cancelled")])
def test_a_card_that_asks_for_confirmation(client: Client, shirt: Variant, answer: str, state: str) -> None:
    add(client, shirt)
    url = send(client, payment_method="test", payment_choice="confirm")["Location"]
    assert "do you want to pay €24.89?" in client.get(url).content.decode()
    response = client.post(f"{url}confirm/", {"agreed": answer})
    assert Order.objects.get().state == state
    assert response["Location"] == (url if answer == "yes" else URL)


def test_who_is_refused_after_confirming_finds_what_was_typed(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    url = send(client, payment_method="test", payment_choice="confirm")["Location"]
    client.post(f"{url}confirm/", {"agreed": "no"})
    assert 'value="Lange Gasse 1"' in client.get(URL).content.decode()
    Order.objects.update(placed_at=timezone.now() - timedelta(hours=2))
    assert 'value="Lange Gasse 1"' not in client.get(URL).content.decode()


def test_a_customer_without_an_address_begins_with_that_of_the_latest_order(shirt: Variant) -> None:
    client = signed_in(make_customer())
    for _ in range(2):
        add(client, shirt)
        page = client.get(URL).content.decode()
        assert ('value="Lange Gasse 1"' in page) == Order.objects.exists()
        send(client)


def test_who_leaves_before_confirming_finds_the_order_in_the_empty_cart(
    client: Client, shirt: Variant
) -> None:
    add(client, shirt)
    url = send(client, payment_method="test", payment_choice="confirm")["Location"]
    assert f'<a href="{url}">pay it</a>' in client.get("/cart/").content.decode()
    client.post(f"{url}confirm/", {"agreed": "yes"})
    assert "pay it" not in client.get("/cart/").content.decode()


def test_a_bank_that_does_not_answer_is_waited_for(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    url = send(client, payment_method="test", payment_choice="time-out")["Location"]
    page = client.get(url).content.decode()
    assert "We wait for your bank" in page
    assert Order.objects.get().payments.get().state == PaymentState.PENDING


def test_every_mistake_stands_beside_its_field_and_in_the_summary(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    response = send(client, email="ada@", street_address="", postal_code="1", city="Berlin")
    page = response.content.decode()
    assert response.status_code == 422
    assert "An email address looks like name@example.com." in page
    assert page.count("Street and number is missing.") == 2
    assert page.count("Codes there look like") == 2
    assert re.search(r'role="alert"\s+tabindex="-1"\s+autofocus', page)
    assert 'value="ada@"' in page
    assert 'value="Berlin"' in page
    assert not Order.objects.exists()


def test_another_country_asks_for_what_it_writes(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    page = client.post(URL, FILLED | {"country_code": "US", "act": "refresh"}).content.decode()
    assert "ZIP code" in page
    assert '<option value="CA">California</option>' in page
    assert 'value="Lange Gasse 1"' in page
    assert errors(page) == []
    assert "tax:" not in page


def test_another_way_to_deliver_is_told_before_it_is_charged(client: Client, shirt: Variant) -> None:
    method = ShippingRate.objects.get().method
    method.pk, method.code, method.name, method.position = None, "express", "Express", 1
    method.save()
    ShippingRate.objects.create(method=method, price_minor=1290)
    add(client, shirt)
    response = send(client, shipping_method="express")
    page = response.content.decode()
    assert "The total is €32.89 now. Look at it again, then pay." in page
    assert not Order.objects.exists()
    assert client.post(URL, hidden(page) | FILLED | {"shipping_method": "express"}).status_code == 303
    assert Order.objects.get().shipping_minor == 1290


def test_a_tampered_price_changes_nothing(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    send(client, total="1", price="1", price_minor="1", goods_minor="1")
    assert Order.objects.get().total_minor == 2489


def test_sending_twice_is_one_order(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    fields = shown(client) | FILLED
    first, second = client.post(URL, fields), client.post(URL, fields)
    assert first["Location"] == second["Location"]
    assert Order.objects.count() == 1


def test_sending_twice_with_a_card_is_one_charge(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    fields = shown(client) | FILLED | {"payment_method": "test"}
    assert client.post(URL, fields)["Location"] == client.post(URL, fields)["Location"]
    assert TestCardCharge.objects.count() == 1


def test_the_same_key_with_other_details_is_refused(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    fields = shown(client) | FILLED
    client.post(URL, fields)
    response = client.post(URL, fields | {"name": "Eve"})
    assert response.status_code == 422
    assert "placed already, with other details" in response.content.decode()
    assert Order.objects.count() == 1


def test_what_was_sold_out_meanwhile_is_told(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    fields = shown(client) | FILLED
    Variant.objects.update(stock=0)
    response = client.post(URL, fields)
    assert response.status_code == 422
    assert "Linen shirt, Blue, M is sold out." in response.content.decode()
    assert CartLine.objects.exists()


def test_what_was_withdrawn_meanwhile_is_told(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    fields = shown(client) | FILLED
    shirt.product.is_published = False
    shirt.product.save()
    assert "is not sold any more" in client.post(URL, fields).content.decode()


def test_a_lost_cart_is_told_and_what_was_typed_is_kept(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    fields = shown(client) | FILLED
    Cart.objects.all().delete()
    response = client.post(URL, fields)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Your cart is empty." in page
    assert "Were you signed in? Sign in again" in page
    assert 'value="Ada Adler"' in page
    assert "Order and pay" not in page


@pytest.mark.parametrize("country", ["XX", "", "<b>", "ZZ", "D\x00"])
def test_unknown_countries(client: Client, shirt: Variant, country: str) -> None:
    add(client, shirt)
    response = send(client, country_code=country)
    assert response.status_code == 422
    assert not Order.objects.exists()


@pytest.mark.parametrize("key", ["", "1", "x" * 500, "\x00"])
def test_a_key_that_is_none(client: Client, shirt: Variant, key: str) -> None:
    add(client, shirt)
    assert send(client, key=key).status_code == 303


@pytest.mark.parametrize("field", ["payment_method", "payment_choice", "shipping_method", "email", "name"])
def test_nonsense_is_never_a_server_error(client: Client, shirt: Variant, field: str) -> None:
    add(client, shirt)
    assert send(client, **{field: "\x00<b>" * 100}).status_code in (303, 422)


def test_a_code_is_applied_and_taken_off(client: Client, shirt: Variant) -> None:
    Coupon.objects.create(code="TEN", kind="percent", percent=10)
    add(client, shirt)
    page = client.post(URL, FILLED | {"act": "coupon", "coupon": " ten "}).content.decode()
    assert "Code TEN is applied." in page
    assert "−€2.00" in page
    assert 'value="Ada Adler"' in page
    page = client.post(URL, FILLED | {"act": "no-coupon"}).content.decode()
    assert "−€2.00" not in page
    page = client.post(URL, FILLED | {"act": "coupon", "coupon": "nope"}).content.decode()
    assert "There is no such code." in page


def test_a_code_that_holds_no_more_is_told_and_can_be_taken_off(client: Client, shirt: Variant) -> None:
    Coupon.objects.create(code="TEN", kind="percent", percent=10)
    add(client, shirt)
    client.post(URL, FILLED | {"act": "coupon", "coupon": "TEN"})
    Coupon.objects.update(is_active=False)
    response = send(client)
    assert response.status_code == 422
    assert "This code is not valid any more." in response.content.decode()
    assert "no-coupon" in response.content.decode()
    client.post(URL, FILLED | {"act": "no-coupon"})
    assert send(client).status_code == 303


def test_nobody_elses_order_is_shown(client: Client, shirt: Variant) -> None:
    add(client, shirt)
    url = send(client)["Location"]
    other = "A" * 10
    number = Order.objects.get().number
    for wrong in (url[:-5] + "xxxx/", url.replace(number, other), f"/orders/{other}/x/"):
        assert client.get(wrong).status_code == 404
    assert Client().get(url).status_code == 200  # whoever has the link


def test_queries_do_not_grow_with_the_lines(
    client: Client, delivery: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    add(client, make_product().variants.get())
    client.get(URL)
    with django_assert_num_queries(11):
        client.get(URL)
    for _ in range(4):
        add(client, make_product().variants.get())
    client.get(URL)
    with django_assert_num_queries(11):
        client.get(URL)
