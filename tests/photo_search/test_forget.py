import pytest
from django.test import Client

from catalog.models import Product
from recommendations.models import PhotoQuery

from .shop import URL, answer, get, photo, post

pytestmark = pytest.mark.django_db


def test_it_is_deleted_at_once(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})

    forgotten = answer(client.post(f"{found.link}forget/", follow=True))

    assert forgotten.response.request["PATH_INFO"] == URL  # type: ignore[attr-defined]
    assert "Forgotten." in forgotten.page.text("div", id="status")
    assert not PhotoQuery.objects.exists()
    assert get(client, found.link).status == 404


def test_all_parts_of_the_photo_with_it(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})
    moved = post(client, {**found.fields, "right": "50"})
    client.post(f"{moved.link}forget/")
    assert not PhotoQuery.objects.exists()


@pytest.mark.parametrize("token", ["unknown", "a" * 300])
def test_forgetting_what_never_was(client: Client, db: None, token: str) -> None:
    assert client.post(f"{URL}{token}/forget/").status_code == 302


def test_others_are_kept(client: Client, shop: list[Product]) -> None:
    found, other = post(client, {"photo": photo()}), post(client, {"photo": photo()})
    client.post(f"{found.link}forget/")
    assert get(client, other.link).status == 200


def test_not_by_following_a_link(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})
    assert client.get(f"{found.link}forget/").status_code == 405
    assert PhotoQuery.objects.exists()


def test_nor_from_another_site(shop: list[Product]) -> None:
    client = Client(enforce_csrf_checks=True)
    found = post(Client(), {"photo": photo()})
    assert client.post(f"{found.link}forget/").status_code == 403
    assert PhotoQuery.objects.exists()
