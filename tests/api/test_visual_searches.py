"""POST /api/v1/visual-searches/"""

from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.models import Product
from recommendations.api.visual_searches.serializers import NewSearchSerializer, ResultSerializer
from recommendations.encoders import shared_pool
from recommendations.models import PhotoQuery
from tests.photo_search.conftest import shop, shop_once  # noqa: F401 - fixtures
from tests.photo_search.shop import file, photo
from tests.photo_search.shop import post as post_to_page
from tests.photo_search.test_memory_only import files_opened_for_writing

pytestmark = pytest.mark.django_db

URL = "/api/v1/visual-searches/"


def post(client: Client, **fields: Any) -> Any:
    return client.post(URL, {"photo": photo(4), **fields})


def test_an_answer(client: Client, shop: list[Product]) -> None:  # noqa: F811
    response = post(client, limit=3)
    assert response.status_code == 201
    found = response.json()
    query = PhotoQuery.objects.get()
    assert found["id"] == query.token
    assert found["box"] == {"x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0}
    assert found["labels"]["type"] == []  # which the encoder of tests does not read
    assert found["labels"]["colour"][0]["probability"] > found["labels"]["colour"][1]["probability"]
    assert (found["weak_match"], found["total"], found["guessed"]["in_stock"]) == (False, 10, True)
    first = found["results"][0]
    # Which are written by hand.
    assert list(found) == list(NewSearchSerializer().fields)
    assert list(first) == list(ResultSerializer().fields)
    assert first["product"]["slug"] == shop[4].slug
    assert first["product"]["variants"][0]["sku"]
    assert first["similarity"] > 0.95
    assert [each["similarity"] for each in found["results"]] == sorted(
        (each["similarity"] for each in found["results"]), reverse=True
    )
    assert len(found["results"]) == 3
    assert found["next"].startswith(f"http://testserver{URL}{query.token}/?")
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_the_same_matches_as_the_page(client: Client, shop: list[Product]) -> None:  # noqa: F811
    shop[2].variants.update(stock=0)
    for fields in ({}, {"price_max": "30"}, {"colour": "Blue"}, {"any": "in_stock"}, {"sort": "price"}):
        page = post_to_page(client, {"photo": photo(4), **fields})
        found = post(client, **fields).json()["results"]
        slugs = [Product.objects.get(pk=pk).slug for pk in page.tiles]
        assert [each["product"]["slug"] for each in found] == slugs


def test_filters_that_the_page_does_not_know(client: Client, shop: list[Product]) -> None:  # noqa: F811
    category = shop[7].category
    found = post(client, category=category.slug, size="M").json()
    assert [each["product"]["slug"] for each in found["results"]] == [shop[7].slug]
    assert post(client, size="XXL").json()["results"] == []


def test_in_stock(client: Client, shop: list[Product]) -> None:  # noqa: F811
    shop[4].variants.update(stock=0)
    assert post(client).json()["total"] == 9
    assert post(client, in_stock="false").json()["total"] == 10


def test_a_box(client: Client, shop: list[Product]) -> None:  # noqa: F811
    found = post(client, box="0.1,0.05,0.7,0.9").json()
    assert found["box"] == {"x": 0.1, "y": 0.05, "width": 0.7, "height": 0.9}


def test_what_may_mislead(client: Client, shop: list[Product]) -> None:  # noqa: F811
    found = client.post(URL, {"photo": photo(4, width=60, height=80)}).json()
    assert [hint["code"] for hint in found["quality"]] == ["small"]


REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "no file": ({"photo": ""}, 400, "bad_upload"),
    "two files": ({"photo": [photo(1), photo(2)]}, 400, "bad_upload"),
    "no picture": ({"photo": file(b"words")}, 415, "not_a_picture"),
    "an empty file": ({"photo": file(b"")}, 400, "empty"),
    "cut off": ({"photo": file(photo(1).read()[:900])}, 422, "truncated"),
    "too many bytes": ({"photo": file(bytes(26 * 1024 * 1024))}, 413, "too_many_bytes"),
    "no box": ({"box": "1,2,3"}, 422, "not_a_box"),
    "a box outside": ({"box": "0.5,0.5,0.9,0.9"}, 422, "outside"),
    "a box of nothing": ({"box": "0,0,0,0"}, 422, "inverted"),
    "a box that is no number": ({"box": "nan,0,1,1"}, 422, "not_a_box"),
    "an unknown filter": ({"clour": "Blue"}, 400, "invalid"),
    "the page's own copy": ({"picture": "AAAA"}, 400, "invalid"),
    "another file": ({"other": photo(3)}, 400, "invalid"),
    "an unknown colour": ({"colour": "Mauve"}, 400, "invalid"),
    "a cursor": ({"cursor": "x"}, 400, "invalid"),
}


@pytest.mark.parametrize(("fields", "status", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_refusals(client: Client, fields: dict[str, Any], status: int, code: str, shop: Any) -> None:  # noqa: F811
    for each in fields.values():
        for sent in each if isinstance(each, list) else [each]:
            if isinstance(sent, SimpleUploadedFile):
                sent.seek(0)
    response = post(client, **fields)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response["Content-Type"] == "application/problem+json"
    assert not PhotoQuery.objects.exists()


def test_another_content_type(client: Client, db: None) -> None:
    response = client.post(URL, {"photo": "x"}, content_type="application/json")
    assert (response.status_code, response.json()["code"]) == (415, "unsupported_media_type")


def test_every_encoder_in_use(
    client: Client,
    shop: list[Product],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = shared_pool(settings.VITRINE_ENCODER)
    monkeypatch.setattr(pool, "wait_seconds", 0.01)
    with ExitStack() as others:
        for _ in range(pool.size):
            others.enter_context(pool.encoder())
        response = post(client)
    assert (response.status_code, response["Retry-After"], response.json()["code"]) == (503, "20", "busy")


def test_a_photo_touches_no_disk(client: Client, shop: list[Product]) -> None:  # noqa: F811
    with files_opened_for_writing() as opened:
        assert post(client, photo=file(photo(4).read() + bytes(20 * 1024 * 1024))).status_code == 201
    assert opened == []
