import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from .people import PASSWORD, link_in_last_mail, make_customer, new_email

pytestmark = pytest.mark.django_db

URL = "/account/email/"


@pytest.fixture
def fresh(customers_client: Client) -> Client:
    """Where `customer` has just said who is there, once more."""
    customers_client.post("/account/reauthenticate/", {"password": PASSWORD})
    return customers_client


def test_the_old_address_holds_until_the_new_one_is_confirmed(fresh: Client, customer: User) -> None:
    before, after = customer.email, new_email()
    shown = fresh.post(URL, {"email": after, "action_add": ""}, follow=True).content.decode()
    assert f"Not confirmed yet: {after}" in shown
    customer.refresh_from_db()
    assert customer.email == before
    assert mail.outbox[-1].to == [after]
    fresh.post(link_in_last_mail(), follow=True)
    customer.refresh_from_db()
    assert customer.email == after
    assert any(sent.to == [before] and "was changed" in sent.subject for sent in mail.outbox)


def test_somebody_elses_address_is_not_given_away(fresh: Client) -> None:
    taken = make_customer().email
    shown = fresh.post(URL, {"email": taken, "action_add": ""}, follow=True).content.decode()
    free = fresh.post(URL, {"email": new_email(), "action_add": ""}, follow=True).content.decode()
    assert ("Not confirmed yet" in shown) == ("Not confirmed yet" in free)


def test_it_asks_who_is_there_first(customers_client: Client) -> None:
    response = customers_client.post(URL, {"email": new_email(), "action_add": ""})
    assert response["Location"].startswith("/account/reauthenticate/")
    shown = customers_client.post(response["Location"], {"password": "wrong"}).content.decode()
    assert "That is not your password." in shown


def test_only_who_is_signed_in(client: Client) -> None:
    assert client.get(URL)["Location"] == "/account/login/?next=/account/email/"
