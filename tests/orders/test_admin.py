import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from catalog.models import Variant
from shop.models import Order, OrderState
from tests.factories import make_product

from .kit import buy, make_cart, place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]

LIST = "/admin/shop/order/"


def act(client: Client, order: Order, key: str, **fields: object) -> str:
    response = client.post(f"{LIST}{order.pk}/act/{key}/", fields, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_orders_are_found_and_filtered(admin_client: Client, shirt: Variant) -> None:
    order = buy(shirt)
    other = buy(shirt, payment_method="invoice", email="bob@example.com")
    for query in (f"q={order.number}", f"q={shirt.sku}&state__exact=paid", "payment_method__exact=test"):
        page = admin_client.get(f"{LIST}?{query}").content.decode()
        assert order.number in page
        assert other.number not in page


def test_an_order_is_packed_and_shipped(admin_client: Client, shirt: Variant) -> None:
    order = buy(shirt)
    page = admin_client.get(f"{LIST}{order.pk}/change/").content.decode()
    assert "act/pack/" in page
    assert "act/cancel/" not in page
    act(admin_client, order, "pack")
    page = act(admin_client, order, "ship", carrier="DHL", tracking_number="TRACK1")
    order.refresh_from_db()
    assert (order.state, order.carrier) == (OrderState.SHIPPED, "DHL")
    assert "TRACK1" in page
    assert order.events.last().actor == "admin"  # type: ignore[union-attr]


def test_a_refund_names_its_limits(admin_client: Client, shirt: Variant) -> None:
    order = buy(shirt)
    assert "€24.89 of the payment can be paid back." in act(admin_client, order, "refund", amount="99")
    assert "no such small coins" in act(admin_client, order, "refund", amount="1.999")
    line = order.lines.get()
    act(admin_client, order, "refund", amount="24.89", reason="back", **{f"back-{line.pk}": 1})
    order.refresh_from_db()
    shirt.refresh_from_db()
    assert (order.state, shirt.stock) == (OrderState.REFUNDED, 5)


def test_an_invoice_is_paid_or_cancelled_by_hand(admin_client: Client, shirt: Variant) -> None:
    paid, cancelled = (buy(shirt, payment_method="invoice") for _ in range(2))
    act(admin_client, paid, "note-payment")
    act(admin_client, cancelled, "cancel", note="asked for")
    states = Order.objects.order_by("id").values_list("state", flat=True)
    assert list(states) == [OrderState.PAID, OrderState.CANCELLED]


def test_a_step_that_is_not_offered_is_not_there(admin_client: Client, shirt: Variant) -> None:
    order = buy(shirt)
    for key in ("ship", "cancel", "nonsense"):
        assert admin_client.post(f"{LIST}{order.pk}/act/{key}/").status_code == 404


def test_many_at_once_each_by_itself(admin_client: Client, shirt: Variant) -> None:
    ready, waiting = buy(shirt), place(make_cart(shirt), payment_choice="confirm")
    fields = {"action": "mark_packed", "_selected_action": [ready.pk, waiting.pk]}
    page = admin_client.post(LIST, fields, follow=True).content.decode()
    assert "Done for 1 order." in page
    assert f"{waiting.number}: This order is not paid yet." in page


def test_packing_slips_are_printed(admin_client: Client, shirt: Variant) -> None:
    order = buy(shirt, quantity=2)
    page = admin_client.get(f"{LIST}{order.pk}/slip/").content.decode()
    assert f"Packing slip {order.number}" in page
    assert "Lange Gasse 1" in page
    fields = {"action": "packing_slips", "_selected_action": [order.pk, buy(shirt).pk]}
    assert admin_client.post(LIST, fields).content.decode().count("Packing slip ") == 2


def test_sales_say_what_recommendations_sold(admin_client: Client, shirt: Variant) -> None:
    cart = make_cart(shirt)
    cart.lines.update(source="similar")
    place(cart)
    buy(shirt)
    page = admin_client.get(f"{LIST}sales/").content.decode()
    assert "€49.78" in page
    assert "50 %" in page
    assert "Linen shirt, Blue, M" in page
    assert page.count("<rect") == 31


def test_what_sells_and_runs_out_comes_before_what_nobody_buys(admin_client: Client, shirt: Variant) -> None:
    make_product(title="Unloved coat", stock=0, images=0)
    Variant.objects.filter(pk=shirt.pk).update(stock=2)
    buy(shirt)
    page = admin_client.get(f"{LIST}sales/").content.decode()
    low = page[page.index("Low stock") :]
    assert low.index("Linen shirt") < low.index("Unloved coat")


def test_an_empty_shop_has_sales_of_nothing(admin_client: Client) -> None:
    assert "€0.00" in admin_client.get(f"{LIST}sales/").content.decode()


@pytest.mark.parametrize("path", ["", "sales/", "1/slip/", "1/act/pack/"])
def test_a_stranger_sees_nothing(client: Client, path: str) -> None:
    assert client.get(f"{LIST}{path}").status_code == 302


def test_who_may_not_change_orders_does_not(client: Client, shirt: Variant) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    order = buy(shirt)
    assert client.post(f"{LIST}{order.pk}/act/pack/").status_code == 404
    assert client.get(f"{LIST}sales/").status_code == 403
    assert client.get(f"{LIST}{order.pk}/slip/").status_code == 403


@pytest.mark.parametrize("model", ["coupon", "shippingmethod", "taxrate", "outgoingmail", "stockmovement"])
def test_the_other_lists(admin_client: Client, shirt: Variant, model: str) -> None:
    buy(shirt)
    assert admin_client.get(f"/admin/shop/{model}/").status_code == 200


def test_queries_do_not_grow_with_the_orders(
    admin_client: Client, shirt: Variant, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    buy(shirt)
    admin_client.get(LIST)
    with django_assert_num_queries(9):
        admin_client.get(LIST)
    buy(shirt)
    buy(shirt)
    with django_assert_num_queries(9):
        admin_client.get(LIST)
