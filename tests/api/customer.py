"""A customer of the API."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from catalog.models import Variant
from shop.models import Order
from tests.accounts.people import PASSWORD, make_customer, new_client
from tests.orders.kit import buy

from .guest import Caller


def sign_in(
    email: str,
    password: str = PASSWORD,
    client: Client | None = None,
    headers: dict[str, str] | None = None,
) -> Any:
    body = {"email": email, "password": password}
    return (client or new_client()).post(
        "/api/v1/auth/login/", body, "application/json", headers=headers or {}
    )


class Customer(Caller):
    """Shows an access token."""

    def __init__(self, user: User | None = None, headers: dict[str, str] | None = None) -> None:
        self.user = user or make_customer()
        self.tokens: dict[str, Any] = sign_in(self.user.email, headers=headers).json()
        super().__init__({"Authorization": f"Bearer {self.tokens['access_token']}"})

    def buys(self, variant: Variant, **fields: Any) -> Order:
        """As `tests.orders.kit.buy` does."""
        order = buy(variant, **fields)
        order.customer = self.user
        order.save()
        return order


def make_staff() -> User:
    user = make_customer()
    user.is_staff = user.is_superuser = True
    user.save()
    return user
