from dataclasses import asdict, replace

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from shop.addresses import PostalAddress
from shop.models import MAX_ADDRESSES, Address
from shop.services.addresses import TooManyAddresses, add_address
from tests.catalog_pages.page import read

from .people import make_customer, signed_in

pytestmark = pytest.mark.django_db

URL = "/account/addresses/"
HOME = PostalAddress("DE", name="Ada", street_address="Weg 1", city="Berlin", postal_code="10115")
WORK = replace(HOME, name="Ada at work", street_address="Ring 2")


def send(client: Client, path: str, **changes: str) -> int:
    return client.post(path, asdict(HOME) | changes).status_code


def names(customer: User) -> list[str]:
    """The one that is used first at the top."""
    return [address.name for address in Address.objects.filter(customer=customer)]


def test_an_address_is_kept_as_its_country_writes_it(customers_client: Client, customer: User) -> None:
    assert "None yet." in customers_client.get(URL).content.decode()
    assert (
        send(customers_client, f"{URL}new/", city=" Berlin ", country_area="Brandenburg", phone="030 1")
        == 303
    )
    address = Address.objects.get(customer=customer)
    assert address.postal == HOME
    assert address.phone == "030 1"
    assert address.is_default
    assert "10115 BERLIN" in customers_client.get(URL).content.decode()


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(customers_client: Client) -> None:
    response = customers_client.post(f"{URL}new/", asdict(HOME) | {"postal_code": "1", "name": ""})
    assert response.status_code == 422
    shown = response.content.decode()
    assert 'id="id_postal_code_error"' in shown
    assert 'id="id_name_error"' in shown
    assert 'value="Weg 1"' in shown
    assert not Address.objects.exists()


@pytest.mark.parametrize("code", ["XX", "", "../de", "\x00"])
def test_an_unknown_country_is_refused(customers_client: Client, code: str) -> None:
    assert send(customers_client, f"{URL}new/", country_code=code) == 422


def test_another_country_brings_its_own_fields_and_checks_nothing_yet(customers_client: Client) -> None:
    sent = {"country_code": "US", "name": "Ada", "act": "refresh"}
    page = read(customers_client.post(f"{URL}new/", sent))
    assert page.all("select", name="country_area")
    assert page.all("input", name="name")[0].attributes["value"] == "Ada"
    assert not page.with_class("errorlist")
    assert not Address.objects.exists()


def test_fields_say_what_they_are_for(customers_client: Client) -> None:
    page = read(customers_client.get(f"{URL}new/"))
    fields = {
        field.attributes["name"]: field.attributes
        for field in page.all("input")
        if "name" in field.attributes
    }
    assert fields["street_address"]["autocomplete"] == "shipping address-line1"
    assert fields["postal_code"]["inputmode"] == "numeric"


def test_changing_removing_and_which_is_first(customers_client: Client, customer: User) -> None:
    home = add_address(customer=customer, postal=HOME)
    work = add_address(customer=customer, postal=WORK)
    assert names(customer) == ["Ada", "Ada at work"]
    customers_client.post(f"{URL}{work.pk}/first/")
    assert names(customer) == ["Ada at work", "Ada"]
    assert send(customers_client, f"{URL}{home.pk}/", name="Ada L.") == 303
    customers_client.post(f"{URL}{work.pk}/remove/")
    assert names(customer) == ["Ada L."]
    assert Address.objects.get().is_default


@pytest.mark.parametrize("path", ["{}/", "{}/remove/", "{}/first/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_somebody_elses_address_is_not_there(customers_client: Client, path: str, method: str) -> None:
    theirs = add_address(customer=make_customer(), postal=HOME)
    url = URL + path.format(theirs.pk)
    if method == "get" and path != "{}/":
        assert customers_client.get(url).status_code == 405
    else:
        assert getattr(customers_client, method)(url, asdict(WORK)).status_code == 404
    assert Address.objects.get() == theirs
    assert names(theirs.customer) == ["Ada"]


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_an_address_that_does_not_exist_is_not_there(customers_client: Client, number: str) -> None:
    assert customers_client.get(f"{URL}{number}/").status_code == 404


def test_there_is_an_end_to_how_many(customer: User) -> None:
    for number in range(MAX_ADDRESSES):
        add_address(customer=customer, postal=replace(HOME, street_address=f"Weg {number}"))
    with pytest.raises(TooManyAddresses, match=f"You can keep {MAX_ADDRESSES} addresses"):
        add_address(customer=customer, postal=HOME)
    response = signed_in(customer).post(f"{URL}new/", asdict(HOME))
    assert response.status_code == 422


def test_queries_do_not_grow_with_the_addresses(
    customers_client: Client, customer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        for _ in range(3):
            add_address(customer=customer, postal=HOME)
        with django_assert_num_queries(3):  # session, customer, addresses
            customers_client.get(URL)


def test_only_who_is_signed_in(client: Client) -> None:
    assert client.get(URL)["Location"] == f"/account/login/?next={URL}"
    assert client.post(f"{URL}new/", asdict(HOME)).status_code == 302
    assert not Address.objects.exists()
