from dataclasses import replace
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from catalog.models import Variant
from shop.addresses import PostalAddress
from shop.models import (
    Cart,
    MovementKind,
    Order,
    OrderState,
    PaymentState,
    ReservationState,
    ShippingRate,
    StockMovement,
)
from shop.quotes import Wish, quote
from shop.services.orders import AnotherRequest, CannotBeBought, EmptyCart, NotDelivered, QuoteChanged
from shop.services.payments import pay_order
from shop.services.sign_in import bring_along
from tests.factories import make_product

from .kit import ADDRESS, buy, make_cart, place

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("holds")]


def test_everything_is_copied(shirt: Variant) -> None:
    order = buy(shirt, quantity=2)
    Variant.objects.update(price_minor=1, sku="OTHER")
    shirt.product.delete()
    line = Order.objects.get().lines.get()
    assert (line.title, line.quantity, str(line.price), line.variant) == (
        "Linen shirt, Blue, M",
        2,
        "€19.99",
        None,
    )
    assert order.address == ADDRESS
    assert (order.goods_minor, order.shipping_minor, order.total_minor, order.tax_minor) == (
        3998,
        490,
        4488,
        717,
    )


def test_stock_is_taken_and_the_cart_is_empty(shirt: Variant) -> None:
    cart = make_cart(shirt, quantity=2)
    order = place(cart)
    shirt.refresh_from_db()
    assert shirt.stock == 3
    assert not cart.lines.exists()
    movement = StockMovement.objects.get(order=order)
    assert (movement.kind, movement.delta, movement.balance) == (MovementKind.SOLD, -2, 3)
    assert order.reservation.state == ReservationState.HELD


def test_a_card_that_pays_makes_it_paid(shirt: Variant) -> None:
    order = buy(shirt)
    assert order.state == OrderState.PAID
    assert order.payments.get().state == PaymentState.CAPTURED
    assert order.reservation.state == ReservationState.SOLD
    assert [event.to_state for event in order.events.all()] == ["placed", "paid"]


def test_an_invoice_waits_without_a_term(shirt: Variant) -> None:
    order = buy(shirt, payment_method="invoice")
    assert order.state == OrderState.PLACED
    assert order.payments.get().state == PaymentState.PENDING
    assert order.reservation.expires_at is None


def test_the_same_key_gives_the_same_order_to_who_signed_in_meanwhile(shirt: Variant) -> None:
    cart, key = make_cart(shirt), uuid4()
    customer = User.objects.create_user("ada")
    own = make_cart(make_product(images=0).variants.get(), customer=customer)
    first = place(cart, key=key)
    bring_along(customer=customer, cart=cart.token, wishlist=None, viewed=[], now=timezone.now())
    assert place(own, key=key).pk == first.pk
    assert own.lines.count() == 1


def test_the_same_key_gives_the_same_order(shirt: Variant) -> None:
    cart, key = make_cart(shirt), uuid4()
    first = place(cart, key=key)
    pay_order(order=first)
    assert place(cart, key=key).pk == first.pk
    assert pay_order(order=first).state == PaymentState.CAPTURED
    assert Order.objects.count() == 1


def test_the_same_key_with_another_request_is_refused(shirt: Variant) -> None:
    cart, key = make_cart(shirt), uuid4()
    place(cart, key=key)
    with pytest.raises(AnotherRequest):
        place(cart, key=key, address=replace(ADDRESS, city="Bonn"))
    with pytest.raises(AnotherRequest):
        place(make_cart(shirt), key=key)


def test_an_empty_cart_is_refused(delivery: None) -> None:
    with pytest.raises(EmptyCart):
        place(Cart())


def test_what_is_sold_out_short_or_withdrawn_is_named(shirt: Variant) -> None:
    hat = make_product(title="Hat", images=0, is_published=False, sizes=[""], colours=[""]).variants.get()
    with pytest.raises(CannotBeBought) as refused:
        place(make_cart(shirt, hat, quantity=6))
    assert refused.value.problems == (
        "Only 5 left of Linen shirt, Blue, M.",
        "Hat is not sold any more.",
    )
    assert not Order.objects.exists()


def test_two_currencies_are_refused(shirt: Variant) -> None:
    yen = make_product(images=0).variants.get()
    yen.currency = "JPY"
    yen.save()
    with pytest.raises(CannotBeBought, match="two currencies"):
        place(make_cart(shirt, yen))


def test_where_nothing_is_delivered_nothing_is_placed(shirt: Variant) -> None:
    ShippingRate.objects.update(country_code="FR")
    with pytest.raises(NotDelivered):
        place(make_cart(shirt))


def test_a_price_that_changed_since_it_was_seen_is_told(shirt: Variant) -> None:
    cart = make_cart(shirt)
    seen = quote(cart=cart, wish=Wish("DE", "standard"), now=timezone.now()).fingerprint
    Variant.objects.update(price_minor=2999)
    with pytest.raises(QuoteChanged, match=r"€34\.89 now"):
        place(cart, seen=seen)
    Variant.objects.update(price_minor=1999)
    assert place(cart, seen=seen).total_minor == 2489


def test_numbers_tell_nothing(shirt: Variant) -> None:
    numbers = {buy(shirt).number for _ in range(5)}
    assert len(numbers) == 5
    assert all(len(number) == 10 and not set(number) & set("01IO") for number in numbers)


def test_the_source_comes_along(shirt: Variant) -> None:
    cart = make_cart(shirt)
    cart.lines.update(source="similar")
    assert place(cart).lines.get().source == "similar"


def test_an_address_keeps_only_its_parts() -> None:
    assert set(vars(PostalAddress("DE"))) <= {field.name for field in Order._meta.get_fields()}
