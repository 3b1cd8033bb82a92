from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.similar_looks.gallery import make_gallery

from .shop import URL, Answer, get, photo, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(client: Client, shop: list[Product]) -> Answer:
    return post(client, {"photo": photo()})


def test_who_is_given_it_sees_no_photo(found: Answer) -> None:
    shared = get(Client(), found.link)
    assert shared.status == 200
    assert shared.tiles == found.tiles
    assert "The photo stayed with its owner." in shared.page.texts("p")
    assert not shared.page.all("image")
    assert not shared.page.all("input", name="search")


def test_it_is_not_for_search_engines(found: Answer) -> None:
    shared = get(Client(), found.link)
    assert shared.response["X-Robots-Tag"] == "noindex"
    assert shared.page.all("meta", name="robots", content="noindex")


def test_more_of_it_is_a_link_from_the_first_item_on(client: Client, found: Answer) -> None:
    make_gallery(20)
    (more,) = [link for link in get(client, found.link).page.all("a") if link.text == "Show 6 more"]
    again = get(client, more.attributes["href"])
    assert len(again.tiles) == 30
    (next_field, *_) = again.page.all("input", name="next")
    assert next_field.attributes["value"] == more.attributes["href"]


@pytest.mark.parametrize(
    "query", ["?show=0", "?show=-1", "?show=25", "?show=x", "?show=1000000000", "?show=%00"]
)
def test_pages_that_do_not_exist(client: Client, found: Answer, query: str) -> None:
    assert client.get(found.link + query).status_code == 404


@pytest.mark.parametrize(
    "query", ["?x=1", "?any=%00", "?guessed=x", "?guessed=%00:%00", "?without=type", "?with=:"]
)
def test_garbage_in_the_address_changes_nothing(client: Client, found: Answer, query: str) -> None:
    assert get(client, found.link + query).tiles == found.tiles


def test_it_ends(client: Client, found: Answer) -> None:
    PhotoQuery.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    ended = get(client, found.link)
    assert ended.status == 404
    assert "This photo search has ended. Choose the photo again." in ended.page.texts("p")
    assert ended.page.all("form", action=URL)


@pytest.mark.parametrize("token", ["unknown", "a" * 300, "-", "%00", "%ff", "..", "a b", "é"])
def test_a_token_that_never_was(client: Client, db: None, token: str) -> None:
    assert client.get(f"{URL}{token}/").status_code == 404


def test_only_reading(client: Client, found: Answer) -> None:
    assert client.post(found.link).status_code == 405
