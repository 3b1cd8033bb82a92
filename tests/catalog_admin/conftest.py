from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

Staff = Callable[..., Client]


@pytest.fixture
def staff(db: None) -> Staff:
    """A signed-in member of staff with the permissions named: `staff("view_product")`."""

    def staff(*permissions: str) -> Client:
        user = User.objects.create_user("staff", password="secret", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        return _client(user)

    return staff


@pytest.fixture
def owner(db: None) -> Client:
    return _client(User.objects.create_superuser("owner", password="secret"))


def _client(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
