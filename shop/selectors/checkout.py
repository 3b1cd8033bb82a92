"""What the checkout knows already of who is there."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from ..models import Address, Cart, Order, PaymentState

Shopper = AbstractBaseUser | AnonymousUser

REFUSED_LATELY: Final = timedelta(hours=1)
"""So long a guest whose payment was refused finds again what was typed: others may use the browser later."""


def known_details(*, customer: Shopper) -> dict[str, Any]:
    """The email and the first address, by the names of the form's fields; empty for a guest."""
    if not customer.is_authenticated:
        return {}
    details: dict[str, Any] = {"email": getattr(customer, "email", "")}
    address = Address.objects.filter(customer=customer.pk).first()
    if address:
        details |= asdict(address.postal) | {"phone": address.phone}
    return details


def first_details(*, customer: Shopper, cart: Cart, now: datetime) -> dict[str, Any]:
    """What the page begins with: of the order that was just refused, else of the account, which may have
    no address but an order.
    """
    if refused := _refused_order(cart, now):
        return _details_of(refused)
    known = known_details(customer=customer)
    if known and "country_code" not in known:
        latest = Order.objects.filter(customer=customer.pk).order_by("-id").first()
        return (_details_of(latest) if latest else {}) | known
    return known


def _refused_order(cart: Cart, now: datetime) -> Order | None:
    """The latest of this cart, if its payment was refused."""
    if cart.pk is None:
        return None
    order = Order.objects.filter(cart=cart, placed_at__gte=now - REFUSED_LATELY).order_by("-id").first()
    return order if order and order.payments.filter(state=PaymentState.FAILED).exists() else None


def _details_of(order: Order) -> dict[str, Any]:
    return asdict(order.address) | {"email": order.email, "phone": order.phone}
