"""Customers, and browsers that the limits of attempts do not confuse with one another."""

import re
from itertools import count

from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

PASSWORD = "a-long-sentence-42"
_numbers = count(1)


def new_client(*, enforce_csrf_checks: bool = False) -> Client:
    """Of an address of its own."""
    number = next(_numbers)
    address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    return Client(enforce_csrf_checks=enforce_csrf_checks, REMOTE_ADDR=address)


def new_email() -> str:
    return f"person-{next(_numbers)}@example.com"


def make_customer(*, email: str = "", confirmed: bool = True) -> User:
    """Signs in by `email` and PASSWORD."""
    email = email or new_email()
    customer = User.objects.create_user(username=email, email=email, password=PASSWORD)
    EmailAddress.objects.create(user=customer, email=email, primary=True, verified=confirmed)
    return customer


def signed_in(customer: User) -> Client:
    client = new_client()
    client.force_login(customer, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def link_in_last_mail() -> str:
    """Its path."""
    found = re.search(r"https?://[^/]+(/account/\S+)", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]
