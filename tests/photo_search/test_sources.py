"""Photos that the shop has itself, and those that a phone shares."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from pytest_django import Settings

from catalog.models import Product
from catalog.selectors.samples import SAMPLES, photo_name, thumbnail_name
from recommendations.models import PhotoQuery
from tests.factories import make_jpeg
from tests.photo_search.test_refusals import BAD

from .shop import answer, file, get, photo, post

pytestmark = pytest.mark.django_db

SHARE = "/visual-search/share/"
KEY = next(iter(SAMPLES))


@pytest.fixture
def samples(settings: Settings, tmp_path: Path) -> None:
    """One of them is there."""
    settings.SAMPLE_PHOTOS = True
    settings.MEDIA_ROOT = tmp_path
    default_storage.save(photo_name(KEY), ContentFile(make_jpeg(seed=4, width=96, height=128)))
    default_storage.save(thumbnail_name(KEY), ContentFile(b"thumbnail"))


def test_a_sample_is_offered_and_searched(client: Client, shop: list[Product], samples: None) -> None:
    buttons = get(client, "/visual-search/").page.all("button", name="sample")
    assert [button.attributes["value"] for button in buttons] == [KEY]
    found = post(client, {"sample": KEY})
    assert found.tiles[0] == shop[4].pk
    assert found.copy, "the page carries it like any photo"


@pytest.mark.parametrize("key", [list(SAMPLES)[-1], "../../etc/passwd", "x", "\0"])
def test_a_sample_that_there_is_not(client: Client, samples: None, key: str) -> None:
    refused = post(client, {"sample": key})
    assert refused.status == 404
    assert "not here any more" in refused.refusal
    assert not PhotoQuery.objects.exists()


def test_a_shop_without_samples_offers_none(client: Client, db: None) -> None:
    assert not get(client, "/visual-search/").page.all("button", name="sample")
    assert post(client, {"sample": KEY}).status == 404


def test_a_picture_of_a_product(client: Client, shop: list[Product]) -> None:
    page = get(client, shop[6].get_absolute_url()).page
    (button,) = page.all("button", name="image")
    found = post(client, {"image": button.attributes["value"]})
    assert found.tiles[0] == shop[6].pk


@pytest.mark.parametrize("image", ["0", "-1", "999999999", "9" * 400, "x", "１.5", "\0"])
def test_a_picture_that_there_is_not(client: Client, db: None, image: str) -> None:
    refused = post(client, {"image": image})
    assert refused.status == 404
    assert refused.refusal


def test_nor_of_a_product_that_is_not_sold(client: Client, shop: list[Product]) -> None:
    Product.objects.update(is_published=False)
    assert post(client, {"image": str(shop[0].images.get().pk)}).status == 404


def test_a_phone_shares_a_photo(shop: list[Product]) -> None:
    phone = Client(enforce_csrf_checks=True)
    found = answer(phone.post(SHARE, {"photo": photo(seed=4)}))
    assert found.status == 200
    assert found.tiles[0] == shop[4].pk


@pytest.mark.parametrize(("data", "status", "words"), BAD.values(), ids=BAD.keys())
def test_what_is_shared_goes_through_the_same_door(
    client: Client, data: bytes, status: int, words: str
) -> None:
    refused = answer(client.post(SHARE, {"photo": file(data)}))
    assert refused.status == status
    assert words in refused.refusal
    assert not PhotoQuery.objects.exists()


def test_several_are_too_many(client: Client, db: None) -> None:
    refused = answer(client.post(SHARE, {"photo": [photo(1), photo(2)]}))
    assert (refused.status, refused.refusal) == (400, "Choose one photo at a time.")


def test_looking_at_the_shares_address_leads_to_the_form(client: Client, db: None) -> None:
    assert client.get(SHARE).headers["Location"] == "/visual-search/"


def test_phones_are_told_where_to_share(client: Client, db: None) -> None:
    response = client.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    target = response.json()["share_target"]
    assert (target["action"], target["method"]) == (SHARE, "POST")
    assert target["params"]["files"][0]["name"] == "photo"
    assert get(client, "/").page.all("link", rel="manifest", href="/manifest.webmanifest")
