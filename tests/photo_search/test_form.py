import pytest
from django.test import Client

from .shop import URL, get

pytestmark = pytest.mark.django_db


def test_it_asks_for_one_photo(client: Client) -> None:
    page = get(client, URL).page
    (form,) = page.all("form", action=URL)
    assert form.attributes["enctype"] == "multipart/form-data"
    (field, camera) = page.all("input", type="file")
    assert field.attributes["name"] == "photo"
    assert "image/heic" in field.attributes["accept"]
    assert "capture" not in field.attributes
    assert page.all("label", **{"for": field.attributes["id"]})
    assert camera.attributes["capture"] == "environment"
    assert "name" not in camera.attributes, "without a script it would be a second, empty photo"


def test_it_says_what_becomes_of_the_photo(client: Client) -> None:
    page = get(client, URL).page
    (privacy,) = page.with_class("photo-privacy")
    assert "never stored" in privacy.text
    assert "24 hours" in privacy.text


def test_the_promise_follows_the_settings(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.VITRINE_PHOTO_QUERY_HOURS = 1  # type: ignore[attr-defined]
    (privacy,) = get(client, URL).page.with_class("photo-privacy")
    assert "for 1 hour," in privacy.text


def test_search_engines_are_asked_to_stay_away(client: Client) -> None:
    assert get(client, URL).response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("query", ["?x=%00", "?photo=1&page=-1", "?" + "a=1&" * 400])
def test_garbage_in_the_address_changes_nothing(client: Client, query: str) -> None:
    assert client.get(URL + query).status_code == 200


def test_other_methods(client: Client) -> None:
    assert client.put(URL).status_code == 405
