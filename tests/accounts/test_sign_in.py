import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from .people import PASSWORD, make_customer, new_client, new_email

pytestmark = pytest.mark.django_db

URL = "/account/login/"
REFUSED = "do not belong together"


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> str:
    response = client.post(URL, {"login": email, "password": password, **more}, follow=True)
    return response.content.decode()


def test_by_email_and_password(client: Client, customer: User) -> None:
    assert "You are signed in." in sign_in(client, customer.email.upper())
    assert client.get("/account/").status_code == 200


def test_a_wrong_password_and_an_unknown_address_look_the_same(client: Client, customer: User) -> None:
    wrong, unknown = sign_in(client, customer.email, "wrong"), sign_in(new_client(), new_email(), "wrong")
    assert REFUSED in wrong
    assert REFUSED in unknown


def test_the_address_stays_in_the_form_and_the_password_does_not(client: Client, customer: User) -> None:
    shown = sign_in(client, customer.email, "a-wrong-one")
    assert customer.email in shown
    assert "a-wrong-one" not in shown


def test_the_page_that_was_asked_for_comes_next(client: Client, customer: User) -> None:
    assert client.get("/account/")["Location"] == "/account/login/?next=/account/"
    response = client.post(URL, {"login": customer.email, "password": PASSWORD, "next": "/cart/"})
    assert response["Location"] == "/cart/"


@pytest.mark.parametrize("path", ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
def test_no_page_of_another_site_comes_next(client: Client, customer: User, path: str) -> None:
    response = client.post(URL, {"login": customer.email, "password": PASSWORD, "next": path})
    assert response["Location"] == "/account/"


def test_who_has_not_confirmed_is_sent_to_the_mail_again(client: Client, db: None) -> None:
    customer = make_customer(confirmed=False)
    assert "Check your email" in sign_in(client, customer.email)
    assert mail.outbox[-1].to == [customer.email]


def test_who_was_shut_out_is_told(client: Client, customer: User) -> None:
    User.objects.update(is_active=False)
    assert "This account cannot be used" in sign_in(client, customer.email)


def test_after_five_wrong_passwords_there_is_a_pause_for_known_and_unknown(
    client: Client, customer: User
) -> None:
    for email in (customer.email, new_email()):
        for _ in range(5):
            assert REFUSED in sign_in(new_client(), email, "wrong")
        assert "Too many attempts." in sign_in(new_client(), email, PASSWORD)


def test_one_address_of_the_net_cannot_try_all_customers(client: Client, db: None) -> None:
    answers = [sign_in(client, new_email(), "wrong") for _ in range(12)]
    assert "Too many attempts." not in answers[9]
    assert "Too many attempts." in answers[10]


def test_signing_out_is_a_post(customers_client: Client) -> None:
    assert customers_client.get("/account/logout/").status_code == 200
    assert customers_client.get("/account/").status_code == 200
    response = customers_client.post("/account/logout/", follow=True)
    assert "You are signed out." in response.content.decode()
    assert customers_client.get("/account/").status_code == 302


def test_by_a_code_that_a_mail_brings(client: Client, customer: User) -> None:
    client.post("/account/login/code/", {"email": customer.email})
    code = str(mail.outbox[-1].body).split("\n\n")[1]
    wrong = client.post("/account/login/code/confirm/", {"code": "XXXXXX"}).content.decode()
    assert "That is not the code that we sent." in wrong
    shown = client.post("/account/login/code/confirm/", {"code": code.lower()}, follow=True).content.decode()
    assert "You are signed in." in shown


def test_a_code_for_an_unknown_address_looks_the_same(client: Client, db: None) -> None:
    response = client.post("/account/login/code/", {"email": new_email()}, follow=True)
    assert "Enter the code" in response.content.decode()
    assert mail.outbox[-1].subject == "There is no account with this address"


def test_signing_in_with_a_name_is_for_the_admin_alone(client: Client, db: None) -> None:
    User.objects.create_superuser("keeper", "", PASSWORD)
    assert 'id="id_login_error"' in sign_in(client, "keeper")
    client.post("/admin/login/", {"username": "keeper", "password": PASSWORD})
    assert client.get("/admin/").status_code == 200


def test_guests_pages_read_no_session(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get("/account/login/")
