"""A system with a token."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from catalog.models import MerchantToken
from catalog.services.merchant_tokens import make_token

RIGHTS = ("add_product", "change_product", "add_variant", "change_variant", "add_productimage")


class Feed:
    """Sends batches with a token."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.token = MerchantToken(user=user, name="ERP")
        self.headers = {"Merchant-Token": make_token(token=self.token)}

    def post(self, what: str, *items: Any) -> Any:
        """The whole answer."""
        path = f"/api/v1/merchant/{what}/"
        return Client().post(path, {"items": items}, "application/json", headers=self.headers)

    def send(self, what: str, *items: Any) -> list[Any]:
        """The results, which are one for each item."""
        answer = self.post(what, *items)
        assert answer.status_code == 200, answer.content
        results: list[Any] = answer.json()["results"]
        assert [result["index"] for result in results] == list(range(len(items)))
        return results


@pytest.fixture
def make_feed(db: None) -> Callable[..., Feed]:
    def make_feed(*rights: str) -> Feed:
        user = User.objects.create_user(f"system-{User.objects.count()}", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=rights))
        return Feed(user)

    return make_feed


@pytest.fixture
def feed(make_feed: Callable[..., Feed]) -> Feed:
    return make_feed(*RIGHTS)
