"""/api/v1/orders/ and what leads there"""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Variant
from shop.models import Cart, Coupon, Order, ShippingRate
from tests.at_once import at_once
from tests.factories import make_product
from tests.orders.kit import assert_all_holds, buy, make_delivery

from .customer import Customer
from .guest import Caller, Guest

pytestmark = pytest.mark.django_db

ADDRESS = {
    "country_code": "DE",
    "name": "Ada Adler",
    "street_address": "Lange Gasse 1",
    "city": "Berlin",
    "postal_code": "10115",
}
BODY: dict[str, Any] = {
    "email": "ada@example.com",
    "address": ADDRESS,
    "shipping_method": "standard",
    "payment_method": "invoice",
}


@pytest.fixture
def shirt(db: None) -> Variant:
    """Five in stock at €19.99; standard delivery everywhere for €4.90."""
    make_delivery()
    return make_product(title="Linen shirt", images=0).variants.get()


@pytest.fixture(params=[Guest, Customer])
def holder(request: Any, shirt: Variant) -> Caller:
    """A guest or a customer with two shirts in the cart."""
    return with_cart(request.param(), shirt)


def with_cart(caller: Caller, variant: Variant) -> Caller:
    caller.post("cart/lines/", sku=variant.sku, quantity=2)
    return caller


def order(caller: Caller, key: str = "", **changed: Any) -> Any:
    return caller.post("orders/", {"Idempotency-Key": key or str(uuid4())}, **{**BODY, **changed})


def test_from_a_quote_to_an_order(holder: Caller, shirt: Variant) -> None:
    quote = holder.get("cart/quote/?country=DE").json()
    assert [method["code"] for method in quote["shipping_methods"]] == ["standard"]
    assert [method["code"] for method in quote["payment_methods"]] == ["invoice", "test"]
    assert quote["totals"]["total"]["amount"] == "44.88"
    placed = order(holder, seen=quote["seen"])
    assert placed.status_code == 201
    found = placed.json()
    assert (found["state"], found["total"]["amount"], found["tax_percent"]) == ("placed", "44.88", "19")
    assert (found["lines"][0]["sku"], found["lines"][0]["quantity"]) == (shirt.sku, 2)
    assert found["payment"] == {"method": "invoice", "state": "pending", "message": ""}
    assert "no-store" in placed["Cache-Control"]
    assert holder.get("cart/").json()["items"] == 0
    shirt.refresh_from_db()
    assert shirt.stock == 3
    assert_all_holds()


def test_the_same_key_has_the_same_answer(holder: Caller, shirt: Variant) -> None:
    first = order(holder, "the-first-order")
    holder.post("cart/lines/", sku=shirt.sku, quantity=1)
    again = order(holder, "the-first-order")
    assert (again.status_code, again.json()) == (201, first.json())
    other = order(holder, "the-first-order", phone="030 1234")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert Order.objects.count() == 1
    assert order(holder, "the-second-order").status_code == 201


def test_a_key_is_its_shoppers_own(shirt: Variant) -> None:
    for caller in (with_cart(Guest(), shirt), with_cart(Customer(), shirt)):
        assert order(caller, "a-popular-key").status_code == 201


@pytest.mark.django_db(transaction=True)
def test_one_order_however_many_send_it_at_once() -> None:
    make_delivery()
    token = with_cart(Guest(), make_product(images=0).variants.get()).headers["Guest-Token"]
    placed = at_once([lambda: order(Guest(token), "the-only-key")] * 4)
    assert [each.status_code for each in placed] == [201] * 4
    assert len({each.json()["number"] for each in placed}) == 1
    assert_all_holds()


def test_a_card_that_pays_and_one_that_is_declined(holder: Caller) -> None:
    declined = order(holder, "a-bad-card", payment_method="test", payment_choice="fail")
    assert (declined.status_code, declined.json()["code"]) == (402, "payment_refused")
    assert order(holder, "a-bad-card", payment_method="test", payment_choice="fail").status_code == 402
    assert holder.get("cart/").json()["items"] == 2
    paid = order(holder, payment_method="test", payment_choice="succeed").json()
    assert (paid["state"], paid["payment"]["state"]) == ("paid", "captured")
    assert_all_holds()


@pytest.mark.parametrize(("agreed", "status"), [(True, 200), (False, 402)])
def test_a_card_that_asks(holder: Caller, agreed: bool, status: int) -> None:
    placed = order(holder, payment_method="test", payment_choice="confirm").json()
    assert placed["payment"]["state"] == "needs_confirmation"
    url = f"orders/{placed['number']}/"
    answered = holder.post(f"{url}confirmation/", {"Order-Token": placed["token"]}, agreed=agreed)
    assert answered.status_code == status
    state = holder.get(url, **{"Order-Token": placed["token"]}).json()["state"]
    assert state == ("paid" if agreed else "cancelled")
    assert holder.get("cart/").json()["items"] == (0 if agreed else 2)
    assert_all_holds()


REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "no email": ({"email": ""}, 400, "email"),
    "no address": ({"address": None}, 400, "address"),
    "half an email": ({"email": "ada"}, 400, "email"),
    "no city": ({"address": {**ADDRESS, "city": ""}}, 400, "address.city"),
    "a wrong postal code": ({"address": {**ADDRESS, "postal_code": "1"}}, 400, "address.postal_code"),
    "no such country": ({"address": {**ADDRESS, "country_code": "XX"}}, 400, "address.country_code"),
    "a country of many letters": ({"address": {"country_code": "DEU"}}, 400, "address.country_code"),
    "no such way": ({"shipping_method": "drone"}, 400, "shipping_method"),
    "no such payment": ({"payment_method": "gold"}, 400, "payment_method"),
    "no such card": ({"payment_method": "test", "payment_choice": "x"}, 400, "payment_choice"),
    "a slip": ({"shiping_method": "standard"}, 400, "shiping_method"),
    "a slip in the address": ({"address": {**ADDRESS, "town": "Berlin"}}, 400, "address.town"),
    "a NUL": ({"address": {**ADDRESS, "name": "A\x00"}}, 400, "address.name"),
}


@pytest.mark.parametrize(("changed", "status", "field"), REFUSED.values(), ids=REFUSED.keys())
def test_refusals(changed: dict[str, Any], status: int, field: str, shirt: Variant) -> None:
    refused = order(with_cart(Guest(), shirt), **changed)
    assert (refused.status_code, refused.json()["code"]) == (status, "invalid")
    assert refused.json()["errors"][0]["field"] == field
    assert not Order.objects.exists()


@pytest.mark.parametrize("key", ["", "short", "x" * 201, "with a space", "\xfcmlaut-key"])
def test_keys_that_are_none(key: str, shirt: Variant) -> None:
    guest = with_cart(Guest(), shirt)
    refused = guest.post("orders/", {"Idempotency-Key": key} if key else {}, **BODY)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "Idempotency-Key")


def test_what_cannot_be_ordered(shirt: Variant) -> None:
    guest = Guest()
    assert order(guest).json()["code"] == "cart_empty"
    with_cart(guest, shirt)
    seen = guest.get("cart/quote/").json()["seen"]
    Variant.objects.update(price_minor=2999)
    assert order(guest, seen=seen).json()["code"] == "total_changed"
    guest.put("cart/coupon/", code=Coupon.objects.create(code="TENTH", kind="percent", percent=10).code)
    Coupon.objects.update(is_active=False)
    assert order(guest).json()["code"] == "coupon_refused"
    guest.delete("cart/coupon/")
    Variant.objects.update(stock=1)
    short = order(guest)
    assert (short.status_code, short.json()["code"]) == (422, "cannot_be_bought")
    assert guest.get("cart/quote/").json()["problems"] == [short.json()["detail"]]
    Variant.objects.update(stock=5)
    ShippingRate.objects.update(country_code="FR")
    assert order(guest).json()["errors"][0]["field"] == "address.country_code"


def test_a_customer_need_not_say_what_is_known(shirt: Variant) -> None:
    customer = Customer()
    with_cart(customer, shirt)
    customer.post("account/addresses/", **ADDRESS)
    placed = customer.post("orders/", {"Idempotency-Key": "known-by-now"}, payment_method="invoice").json()
    assert (placed["email"], placed["address"]["city"]) == (customer.user.email, "Berlin")
    (listed,) = customer.get("orders/").json()["results"]
    assert (listed["number"], listed["lines"][0]["quantity"]) == (placed["number"], 2)


def test_ordering_again(shirt: Variant) -> None:
    customer = with_cart(Customer(), shirt)
    number = order(customer).json()["number"]
    again = customer.post(f"orders/{number}/reorder/").json()
    assert (again["put"], again["problems"], again["cart"]["items"]) == (["Linen shirt, Blue, M"], [], 2)
    assert Customer().post(f"orders/{number}/reorder/").status_code == 404


def test_a_token_opens_its_own_order_alone(shirt: Variant) -> None:
    one, other = buy(shirt), buy(shirt)
    caller = Caller({"Order-Token": one.token})
    assert caller.get(f"orders/{one.number}/").json()["number"] == one.number
    for number in (other.number, "NONE", "%00", "x" * 300):
        assert caller.get(f"orders/{number}/").status_code == 404
    assert Customer().get(f"orders/{one.number}/", **{"Order-Token": one.token}).status_code == 200
    assert Guest().get(f"orders/{one.number}/").status_code == 401


def test_a_long_list_in_parts_and_in_the_same_number_of_queries(shirt: Variant) -> None:
    customer = Customer()
    for _ in range(2):
        customer.buys(shirt)
    with CaptureQueriesContext(connection) as few:
        customer.get("orders/")
    for _ in range(3):
        customer.buys(shirt)
    with CaptureQueriesContext(connection) as many:
        assert len(customer.get("orders/").json()["results"]) == 5
    assert len(many) == len(few) == 4
    seen, url = [], "orders/?limit=2"
    while url:
        page = customer.get(url).json()
        seen += [each["number"] for each in page["results"]]
        url = (page["next"] or "").partition("/api/v1/")[2]
    assert seen == list(Order.objects.values_list("number", flat=True))
    foreign = customer.get("products/?limit=1").json()["next"]
    assert foreign is None or customer.get(f"orders/?{foreign.partition('?')[2]}").status_code == 400


def test_countries(shirt: Variant) -> None:
    countries = Guest().get("countries/").json()["results"]
    assert {"code": "DE", "name": "Germany"} in countries
    germany = Guest().get("countries/DE/").json()
    required = [field["name"] for field in germany["fields"] if field["required"]]
    assert required == ["name", "street_address", "postal_code", "city"]
    for code in ("XX", "de", "%00"):
        assert Guest().get(f"countries/{code}/").status_code == 404


def test_a_quote_for_where_nothing_goes(shirt: Variant) -> None:
    ShippingRate.objects.update(country_code="FR")
    quote = with_cart(Guest(), shirt).get("cart/quote/?country=DE").json()
    assert (quote["shipping_methods"], quote["shipping_method"], quote["totals"]) == ([], None, None)
    assert Cart.objects.count() == 1
