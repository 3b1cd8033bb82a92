import pytest
from django.contrib.auth.models import User
from django.test import Client

from .people import make_customer, new_client, signed_in


@pytest.fixture
def client() -> Client:
    return new_client()


@pytest.fixture
def customer(db: None) -> User:
    return make_customer()


@pytest.fixture
def customers_client(customer: User) -> Client:
    """Where `customer` is signed in."""
    return signed_in(customer)
