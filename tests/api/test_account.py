"""/api/v1/account/"""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from catalog.models import Product
from shop.models import Address, Viewing
from tests.accounts.people import PASSWORD, link_in_last_mail, make_customer, new_email, signed_in
from tests.factories import make_product
from tests.orders.kit import make_delivery

from .customer import Customer, make_staff, sign_in
from .guest import Guest
from .test_orders import ADDRESS

pytestmark = pytest.mark.django_db


@pytest.fixture
def customer(db: None) -> Customer:
    return Customer()


def test_name(customer: Customer) -> None:
    assert customer.get("account/").json()["email"] == customer.user.email
    assert customer.patch("account/", name="Ada Adler").json()["name"] == "Ada Adler"
    assert customer.get("account/").json()["name"] == "Ada Adler"
    assert customer.patch("account/", name="x" * 151).status_code == 400


def test_another_password(customer: Customer) -> None:
    wrong = customer.post("account/password/", current_password="wrong", new_password="another-sentence-43")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "current_password")
    easy = customer.post("account/password/", current_password=PASSWORD, new_password="short")
    assert (easy.status_code, easy.json()["errors"][0]["field"]) == (400, "new_password")
    elsewhere = Customer(customer.user)
    changed = customer.post(
        "account/password/", current_password=PASSWORD, new_password="another-sentence-43"
    )
    assert changed.status_code == 200
    assert customer.get("account/").status_code == elsewhere.get("account/").status_code == 401
    customer.headers = {"Authorization": f"Bearer {changed.json()['access_token']}"}
    assert customer.get("account/").status_code == 200
    refreshed = customer.post("auth/refresh/", refresh_token=changed.json()["refresh_token"])
    assert refreshed.status_code == 200
    assert sign_in(customer.user.email, "another-sentence-43").status_code == 200


def test_another_email_address(customer: Customer) -> None:
    email, before = new_email(), customer.user.email
    wrong = customer.post("account/email/", email=email, password="wrong")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "password")
    assert customer.post("account/email/", email=email, password=PASSWORD).status_code == 204
    assert customer.get("account/").json()["email"] == before
    assert mail.outbox[-1].to == [email]
    key = link_in_last_mail().rstrip("/").rpartition("/")[2]
    assert Guest().post("auth/email/confirm/", key=key).status_code == 204
    assert sign_in(email).status_code == 200
    assert User.objects.get(pk=customer.user.pk).email == email


def test_the_same_file_as_on_the_page(customer: Customer) -> None:
    customer.post("account/addresses/", **ADDRESS)
    client = Client()
    client.force_login(customer.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get("/account/data/vitrine-data.json").json()
    found = customer.get("account/data/").json()
    assert found["addresses"] == page["addresses"] != []
    assert set(found) == set(page)


def test_the_accounts_end(customer: Customer) -> None:
    assert customer.post("account/deletion/", password="wrong").status_code == 400
    assert customer.post("account/deletion/").status_code == 400
    assert customer.post("account/deletion/", password=PASSWORD).status_code == 204
    assert not User.objects.filter(pk=customer.user.pk).exists()
    assert customer.get("account/").status_code == 401


def test_somebody_elses_session_and_password_do_not_do(customer: Customer) -> None:
    other = make_customer()
    other.set_password("another-sentence-43")
    other.save()
    session = signed_in(other).cookies["sessionid"].value
    answer = customer.post("account/deletion/", {"X-Session-Token": session}, password="another-sentence-43")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "password")
    assert User.objects.filter(pk__in=[customer.user.pk, other.pk]).count() == 2


def test_not_while_an_order_is_under_way_and_not_who_keeps_the_shop(customer: Customer) -> None:
    make_delivery()
    customer.buys(make_product(images=0).variants.get())
    refused = customer.post("account/deletion/", password=PASSWORD)
    assert (refused.status_code, refused.json()["code"]) == (422, "orders_under_way")
    refused = Customer(make_staff()).post("account/deletion/", password=PASSWORD)
    assert (refused.status_code, refused.json()["code"]) == (403, "staff_account")


def test_addresses(customer: Customer) -> None:
    first = customer.post("account/addresses/", **{**ADDRESS, "city": "  Berlin ", "phone": "030 1"})
    assert (first.status_code, first.json()["city"], first.json()["is_first"]) == (201, "Berlin", True)
    second = customer.post("account/addresses/", **{**ADDRESS, "name": "Bea"}).json()
    assert customer.post(f"account/addresses/{second['id']}/first/").status_code == 204
    listed = customer.get("account/addresses/").json()["results"]
    assert [each["name"] for each in listed] == ["Bea", "Ada Adler"]
    url = f"account/addresses/{second['id']}/"
    assert customer.put(url, **{**ADDRESS, "name": "Cleo"}).json()["name"] == "Cleo"
    assert customer.delete(url).status_code == 204
    assert Address.objects.get().is_default


def test_addresses_that_cannot_be_right(customer: Customer) -> None:
    for changed, field in (
        ({"postal_code": "1"}, "postal_code"),
        ({"city": ""}, "city"),
        ({"country_code": "XX"}, "country_code"),
        ({"name": "x" * 121}, "name"),
    ):
        refused = customer.post("account/addresses/", **{**ADDRESS, **changed})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, field)


def test_no_more_than_there_may_be(customer: Customer) -> None:
    Address.objects.bulk_create(Address(customer=customer.user, name=str(n)) for n in range(20))
    refused = customer.post("account/addresses/", **ADDRESS)
    assert (refused.status_code, refused.json()["code"]) == (422, "too_many_addresses")


@pytest.mark.parametrize("number", ["1", "99999999999999999999999"])
def test_somebody_elses_address_is_not_there(customer: Customer, number: str) -> None:
    assert customer.delete(f"account/addresses/{number}/").status_code == 404


def test_recently_viewed(customer: Customer) -> None:
    slugs = [make_product(images=0).slug for _ in range(3)]
    for slug in (*slugs, slugs[0]):
        assert customer.put(f"account/recently-viewed/{slug}/").status_code == 204
    assert customer.put("account/recently-viewed/none/").status_code == 404
    Product.objects.filter(slug=slugs[1]).update(is_published=False)
    found = customer.get("account/recently-viewed/").json()["results"]
    assert [tile["slug"] for tile in found] == [slugs[0], slugs[2]]
    assert customer.delete("account/recently-viewed/").status_code == 204
    assert not Viewing.objects.exists()
