"""GET and DELETE /api/v1/visual-searches/{id}/"""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.photo_search.conftest import shop, shop_once  # noqa: F401 - fixtures
from tests.photo_search.shop import photo

pytestmark = pytest.mark.django_db

URL = "/api/v1/visual-searches/"


@pytest.fixture
def search(client: Client, shop: list[Product]) -> dict[str, Any]:  # noqa: F811
    return dict(client.post(URL, {"photo": photo(4), "limit": 4}).json())


def url(search: dict[str, Any]) -> str:
    return f"{URL}{search['id']}/"


def test_pages_make_the_same_list_as_the_whole(client: Client, search: dict[str, Any]) -> None:
    whole = [each["product"]["slug"] for each in client.get(url(search)).json()["results"]]
    found = [each["product"]["slug"] for each in search["results"]]
    following = search["next"]
    while following:
        answer = client.get(following).json()
        found += [each["product"]["slug"] for each in answer["results"]]
        following = answer["next"]
    assert found == whole
    assert len(whole) == 10


def test_other_filters(client: Client, search: dict[str, Any]) -> None:
    assert client.get(f"{url(search)}?price_max=1").json()["total"] == 0
    problem = client.get(f"{url(search)}?colour=Mauve").json()
    assert [(each["field"], each["code"]) for each in problem["errors"]] == [("colour", "invalid_choice")]
    cursor = search["next"].partition("cursor=")[2]
    problem = client.get(f"{url(search)}?price_max=1&cursor={cursor}").json()
    assert problem["errors"][0]["code"] == "cursor_of_another_list"


def test_box_and_labels_need_the_token(client: Client, search: dict[str, Any]) -> None:
    shared = client.get(url(search)).json()
    assert (shared["box"], shared["labels"]) == (None, None)
    mine = client.get(url(search), headers={"Search-Token": search["token"]}).json()
    assert (mine["box"], mine["labels"]) == (search["box"], search["labels"])


@pytest.mark.parametrize("token", ["", "made-up", "another's"])
def test_forgetting_needs_the_token(client: Client, search: dict[str, Any], token: str) -> None:
    other = client.post(URL, {"photo": photo(5)}).json()["token"]
    headers = {"Search-Token": other if token == "another's" else token}
    refused = client.delete(url(search), headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (403, "wrong_token")
    assert PhotoQuery.objects.count() == 2


def test_forgetting(client: Client, search: dict[str, Any]) -> None:
    headers = {"Search-Token": search["token"]}
    assert client.delete(url(search), headers=headers).status_code == 204
    assert not PhotoQuery.objects.exists()
    assert client.delete(url(search), headers=headers).status_code == 404
    assert client.get(url(search)).json()["code"] == "not_found"


def test_its_time_is_over(client: Client, search: dict[str, Any]) -> None:
    PhotoQuery.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(url(search)).status_code == 404
