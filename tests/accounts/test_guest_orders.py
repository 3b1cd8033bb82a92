"""Orders placed without signing in: into whose account they come, and into whose not."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from shop.models import Order, Payment
from tests.factories import make_product

from .orders import make_order
from .people import PASSWORD, link_in_last_mail, make_customer, new_client, new_email, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(db: None) -> Order:
    """A guest's, whose address was typed in another way than it will be at sign-up."""
    order = make_order(None, make_product(images=0).variants.get())
    Payment.objects.create(order=order, method="invoice", amount_minor=order.total_minor, currency="EUR")
    Order.objects.filter(pk=order.pk).update(email=new_email().replace("person", "Person"))
    order.refresh_from_db()
    return order


def owner(order: Order) -> User | None:
    order.refresh_from_db()
    return order.customer


def sign_up(client: Client, order: Order) -> str:
    """By the form on the order's page; the link that is sent then."""
    shown = client.get(order.get_absolute_url()).content.decode()
    assert 'action="/account/signup/"' in shown
    sent = {"email": order.email, "password1": PASSWORD, "next": "/account/orders/"}
    assert client.post("/account/signup/", sent).status_code == 302
    assert owner(order) is None  # as long as the address is not confirmed
    return link_in_last_mail()


def test_an_order_comes_into_the_account_that_it_offers(client: Client, order: Order) -> None:
    response = client.post(sign_up(client, order), follow=True)
    assert response.redirect_chain[-1][0] == "/account/orders/"
    shown = response.content.decode()
    assert "The order that you placed without an account is among yours now." in shown
    assert order.number in shown
    assert (customer := owner(order))
    assert customer.email == order.email.lower()
    assert order.events.latest("pk").note == "Placed as a guest, taken into the account."
    assert "/account/signup/" not in client.get(order.get_absolute_url()).content.decode()


def test_the_link_may_be_opened_elsewhere_if_somebody_signs_in_there(client: Client, order: Order) -> None:
    link, phone = sign_up(client, order), new_client()
    phone.post(link)
    assert owner(order) is None
    phone.post("/account/login/", {"login": order.email, "password": PASSWORD})
    assert owner(order) is not None


def test_who_had_somebody_else_confirm_an_address_does_not_see_their_orders(order: Order) -> None:
    thief, victim = new_client(), new_client()
    link = sign_up(thief, order)
    victim.post(link)
    thief.post("/account/login/", {"login": order.email, "password": PASSWORD})
    assert "_auth_user_id" in thief.session
    assert owner(order) is None


def test_a_code_does_not_hand_orders_to_whoever_knows_the_password(order: Order) -> None:
    victim = new_client()
    victim.post(sign_up(new_client(), order))
    victim.post("/account/login/code/", {"email": order.email})
    code = str(mail.outbox[-1].body).split("\n\n")[1]
    victim.post("/account/login/code/confirm/", {"code": code})
    assert "_auth_user_id" in victim.session
    assert owner(order) is None


def test_other_peoples_orders_stay_where_they_are(client: Client, order: Order) -> None:
    variant = make_product(images=0).variants.get()
    strangers, customers = make_order(None, variant), make_order(make_customer(), variant)
    Order.objects.filter(pk=customers.pk).update(email=order.email)
    mine = customers.customer
    client.post(sign_up(client, order))
    assert owner(order) is not None
    assert owner(strangers) is None
    assert owner(customers) == mine


def test_a_new_address_brings_its_orders_once_it_is_confirmed(customer: User, order: Order) -> None:
    client = signed_in(customer)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    client.post("/account/email/", {"email": order.email, "action_add": ""})
    assert owner(order) is None
    client.post(link_in_last_mail())
    assert owner(order) == customer


def test_who_has_an_account_keeps_an_order_from_its_page(order: Order) -> None:
    client = signed_in(make_customer(email=order.email.lower()))
    page = order.get_absolute_url()
    assert f'action="{page}keep/"' in client.get(page).content.decode()
    shown = client.post(f"{page}keep/", follow=True).content.decode()
    assert "This order is among those of your account now." in shown
    assert owner(order) is not None


@pytest.mark.parametrize("confirmed", [True, False], ids=["another address", "not confirmed"])
def test_nobody_keeps_an_order_of_an_address_that_is_not_theirs(order: Order, confirmed: bool) -> None:
    person = make_customer(confirmed=confirmed, email="" if confirmed else order.email)
    client, page = signed_in(person), order.get_absolute_url()
    assert "keep/" not in client.get(page).content.decode()
    client.post(f"{page}keep/")
    assert owner(order) is None


def test_keeping_needs_the_signed_link(order: Order) -> None:
    client = signed_in(make_customer(email=order.email))
    assert client.post(f"/orders/{order.number}/nonsense/keep/").status_code == 404
    assert client.get(f"{order.get_absolute_url()}keep/").status_code == 405
