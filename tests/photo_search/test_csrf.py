"""The check happens, after the upload handler is in place and whatever the order of the fields."""

import pytest
from django.test import Client

from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.catalog_pages.page import read

from .shop import URL, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


def token_of(client: Client) -> str:
    return read(client.get(URL)).all("input", name="csrfmiddlewaretoken")[0].attributes["value"]


def test_a_photo_from_elsewhere_is_refused(strict: Client, shop: list[Product]) -> None:
    assert strict.post(URL, {"photo": photo()}).status_code == 403
    assert not PhotoQuery.objects.exists()


@pytest.mark.parametrize("token_first", [True, False])
def test_a_photo_from_the_form_is_taken(strict: Client, shop: list[Product], token_first: bool) -> None:
    token, sent = {"csrfmiddlewaretoken": token_of(strict)}, {"photo": photo()}
    fields = token | sent if token_first else sent | token
    assert strict.post(URL, fields).status_code == 200


def test_the_results_can_be_sent_again(strict: Client, shop: list[Product]) -> None:
    first = strict.post(URL, {"csrfmiddlewaretoken": token_of(strict), "photo": photo()})
    page = read(first)
    names = ("csrfmiddlewaretoken", "picture", "search")
    fields = {name: page.all("input", name=name)[0].attributes["value"] for name in names}
    assert strict.post(URL, fields).status_code == 200
