"""/api/v1/auth/: a new account, and a new password for who forgot it"""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from pytest_django import Settings

from tests.accounts.people import PASSWORD, link_in_last_mail, make_customer, new_client, new_email

from .customer import Customer, sign_in

pytestmark = pytest.mark.django_db


def post(path: str, headers: dict[str, str] | None = None, **body: Any) -> Any:
    return new_client().post(f"/api/v1/auth/{path}", body, "application/json", headers=headers or {})


def key_in_mail() -> str:
    return link_in_last_mail().rstrip("/").rpartition("/")[2]


def test_from_nothing_to_a_session() -> None:
    email = new_email()
    asked = post("signup/", email=email, password=PASSWORD)
    assert (asked.status_code, asked.json()["pending"]) == (202, "verify_email")
    assert sign_in(email).status_code == 202
    headers = {"X-Session-Token": asked.json()["session_token"]}
    confirmed = post("email/confirm/", headers, key=key_in_mail())
    assert confirmed.status_code == 200
    assert EmailAddress.objects.get(email=email).verified
    assert sign_in(email).status_code == 200


def test_confirming_elsewhere_signs_nobody_in() -> None:
    email = new_email()
    post("signup/", email=email, password=PASSWORD)
    assert post("email/confirm/", key=key_in_mail()).status_code == 204
    assert sign_in(email).status_code == 200


def test_a_key_that_is_none() -> None:
    answer = post("email/confirm/", key="made-up")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "key")


def test_an_address_that_has_an_account_looks_the_same() -> None:
    customer = make_customer()
    known, new = (post("signup/", email=email, password=PASSWORD) for email in (customer.email, new_email()))
    assert known.status_code == new.status_code == 202
    assert set(known.json()) == set(new.json())
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("password", ["short", "password123", ""])
def test_passwords_that_are_too_easy(password: str) -> None:
    answer = post("signup/", email=new_email(), password=password)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "password")


def test_a_forgotten_password() -> None:
    customer = Customer()
    assert post("password/reset/", email=customer.user.email).status_code == 204
    key = key_in_mail()
    assert post("password/reset/confirm/", key=key, password="a-new-sentence-44").status_code == 204
    assert customer.get("cart/").status_code == 401
    assert sign_in(customer.user.email, "a-new-sentence-44").status_code == 200
    used = post("password/reset/confirm/", key=key, password="a-new-sentence-45")
    assert (used.status_code, used.json()["errors"][0]["code"]) == (400, "invalid_password_reset")


def test_a_reset_for_nobody_looks_the_same() -> None:
    assert post("password/reset/", email=new_email()).status_code == 204


def test_a_mail_server_that_is_away(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = post("password/reset/", email=make_customer().email)
    assert (answer.status_code, answer.json()["code"]) == (503, "mail_not_sent")
    assert not answer.cookies
