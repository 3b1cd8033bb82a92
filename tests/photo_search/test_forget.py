import pytest
from django.test import Client

from catalog.models import Product
from recommendations.models import PhotoQuery

from .shop import URL, answer, get, photo, post

pytestmark = pytest.mark.django_db


def test_it_is_deleted_at_once(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})

    forgotten = answer(found.forget(client))

    assert forgotten.response.request["PATH_INFO"] == URL  # type: ignore[attr-defined]
    assert "Forgotten." in forgotten.page.text("div", id="status")
    assert not PhotoQuery.objects.exists()
    assert get(client, found.link).status == 404


def test_all_parts_of_the_photo_with_it(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})
    moved = post(client, {**found.fields, "right": "50"})
    moved.forget(client)
    assert not PhotoQuery.objects.exists()


def test_forgetting_twice(client: Client, shop: list[Product]) -> None:
    found = post(client, {"photo": photo()})
    assert [found.forget(client).status_code for _ in "ab"] == [200, 200]


def test_who_is_given_the_link_cannot(client: Client, shop: list[Product]) -> None:
    found, other = post(client, {"photo": photo()}), post(client, {"photo": photo()})
    shared = get(Client(), found.link)
    (button,) = [button for button in shared.page.all("button") if button.text == "Forget now"]
    assert "hidden" in button.attributes
    (foreign,) = other.page.all("input", name="proof")
    for answered in (shared.forget(Client()), shared.forget(Client(), proof=foreign.attributes["value"])):
        assert answered.status_code == 403
    assert get(client, found.link).status == 200


@pytest.mark.parametrize("token", ["unknown", "a" * 300])
def test_forgetting_what_never_was(client: Client, db: None, token: str) -> None:
    assert client.post(f"{URL}{token}/forget/").status_code == 403


def test_others_are_kept(client: Client, shop: list[Product]) -> None:
    found, other = post(client, {"photo": photo()}), post(client, {"photo": photo()})
    found.forget(client)
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
