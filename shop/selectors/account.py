"""What the pages of an account show."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from ..models import Address, Order

ORDERS: Final = 20
"""On one page."""


@dataclass(frozen=True)
class AccountPage:
    """`order` is the latest, `address` the one that is used first; None where there is none yet."""

    email: str
    name: str
    order: Order | None
    address: Address | None


def account_page(*, customer: User) -> AccountPage:
    return AccountPage(
        email=customer.email,
        name=customer.get_full_name(),
        order=Order.objects.filter(customer=customer).first(),
        address=Address.objects.filter(customer=customer).first(),
    )


def orders_of(*, customer: User) -> QuerySet[Order]:
    """The latest first, with their lines."""
    orders = Order.objects.filter(customer=customer).order_by("-placed_at", "-id")
    return orders.prefetch_related("lines")


def page_of_orders(*, customer: User, page: str) -> Page[Order]:
    """The nearest page there is for a number that is none."""
    return Paginator(orders_of(customer=customer), ORDERS).get_page(page)
