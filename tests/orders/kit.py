"""A cart, and what it takes to order it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from catalog.models import Variant
from shop.addresses import PostalAddress
from shop.models import Cart, CartLine, Order, ShippingMethod, ShippingRate, TaxRate
from shop.order_checks import order_faults
from shop.services.orders import OrderRequest, place_order
from shop.services.payments import pay_order

ADDRESS = PostalAddress(
    country_code="DE", name="Ada Adler", street_address="Lange Gasse 1", city="Berlin", postal_code="10115"
)


def make_delivery(*, price_minor: int = 490, country_code: str = "", currency: str = "EUR") -> ShippingMethod:
    """One way that goes everywhere, and Germany's tax."""
    method, _ = ShippingMethod.objects.get_or_create(code="standard", defaults={"name": "Standard"})
    ShippingRate.objects.create(
        method=method, country_code=country_code, currency=currency, price_minor=price_minor
    )
    TaxRate.objects.get_or_create(country_code="DE", defaults={"percent": 19})
    return method


def make_cart(*variants: Variant, quantity: int = 1, **fields: Any) -> Cart:
    cart = Cart.objects.create(**fields)
    CartLine.objects.bulk_create(
        CartLine(cart=cart, variant=variant, quantity=quantity, price_minor=variant.price_minor)
        for variant in variants
    )
    return cart


def request(**fields: Any) -> OrderRequest:
    defaults: dict[str, Any] = {
        "email": "ada@example.com",
        "address": ADDRESS,
        "shipping_method": "standard",
        "payment_method": "test",
        "payment_choice": "succeed",
    }
    return OrderRequest(**defaults | fields)


def place(cart: Cart, *, key: UUID | None = None, now: datetime | None = None, **fields: Any) -> Order:
    return place_order(cart=cart, request=request(**fields), key=key or uuid4(), now=now or timezone.now())


def buy(*variants: Variant, quantity: int = 1, **fields: Any) -> Order:
    """Placed, and paid as far as the payment goes."""
    order = place(make_cart(*variants, quantity=quantity), **fields)
    pay_order(order=order)
    order.refresh_from_db()
    return order


def assert_all_holds() -> None:
    assert order_faults() == []
