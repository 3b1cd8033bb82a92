from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from .people import PASSWORD, link_in_last_mail, make_customer, new_client, new_email

pytestmark = pytest.mark.django_db

URL = "/account/signup/"


def sign_up(client: Client, email: str, password: str = PASSWORD) -> str:
    response = client.post(URL, {"email": email, "password1": password}, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_the_link_in_the_mail_confirms_and_signs_in_where_it_was_asked_for(client: Client) -> None:
    email = new_email()
    assert "Check your email" in sign_up(client, email)
    assert "_auth_user_id" not in client.session
    link = link_in_last_mail()
    assert email in client.get(link).content.decode()
    assert not EmailAddress.objects.get().verified  # looking at it is not yet confirming
    response = client.post(link, follow=True)
    assert "Your account" in response.content.decode()
    assert EmailAddress.objects.get().verified


def test_elsewhere_the_link_confirms_and_leaves_signing_in_to_its_owner(client: Client) -> None:
    sign_up(client, new_email())
    other = new_client()
    response = other.post(link_in_last_mail(), follow=True)
    assert response.redirect_chain[-1][0] == "/account/login/"
    assert "_auth_user_id" not in other.session
    assert EmailAddress.objects.get().verified


def test_a_second_account_with_an_address_looks_the_same_and_only_its_owner_is_told(client: Client) -> None:
    email = new_email()
    first = sign_up(client, email)
    make_customer(email=(taken := new_email()))
    second = sign_up(new_client(), taken)
    assert [line for line in first.splitlines() if "csrf" not in line] == [
        line for line in second.splitlines() if "csrf" not in line
    ]
    assert User.objects.filter(email=taken).count() == 1
    assert mail.outbox[-1].subject == "You have an account already"
    assert mail.outbox[-1].to == [taken]


def test_the_name_of_a_user_says_nothing_of_the_address(client: Client) -> None:
    sign_up(client, "ada.lovelace@example.com")
    assert "ada" not in User.objects.get().username


@pytest.mark.parametrize("password", ["", "short", "password123"])
def test_a_weak_password_is_refused_beside_its_field(client: Client, password: str) -> None:
    shown = sign_up(client, new_email(), password)
    assert 'id="id_password1_error"' in shown
    assert 'aria-invalid="true"' in shown
    assert not User.objects.exists()


@pytest.mark.parametrize("email", ["", "ada", "ada@", "a" * 300 + "@example.com", "ada\x00@example.com"])
def test_what_is_no_address_is_refused_and_typed_words_stay(client: Client, email: str) -> None:
    shown = sign_up(client, email)
    assert 'id="id_email_error"' in shown
    assert not User.objects.exists()
    assert not mail.outbox


@pytest.mark.parametrize("key", ["nonsense", "MQ:1vNo:expired", "a" * 500])
def test_a_link_that_is_no_good_says_so_and_what_to_do(client: Client, key: str) -> None:
    response = client.get(f"/account/confirm-email/{key}/")
    assert response.status_code == 200
    assert "This link has been used already or is too old." in response.content.decode()
    assert client.post(f"/account/confirm-email/{key}/").status_code == 404


def test_a_form_without_a_csrf_token_is_refused(db: None) -> None:
    client = new_client(enforce_csrf_checks=True)
    assert client.post(URL, {"email": new_email(), "password1": PASSWORD}).status_code == 403


def test_a_mail_server_that_is_away_is_told_in_words_and_the_account_waits(
    client: Client, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert "The mail could not be sent just now." in sign_up(client, new_email())
    assert User.objects.exists()


def test_mails_are_text_with_a_way_back(client: Client) -> None:
    sign_up(client, new_email())
    sent = mail.outbox[-1]
    assert sent.subject == "Confirm your email address"
    assert "http://testserver/account/confirm-email/" in sent.body
    assert "&" not in str(sent.body)
    assert str(sent.body).rstrip().endswith("http://testserver/")
