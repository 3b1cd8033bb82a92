"""Pictures by SKU: once, however often they are sent."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.models import Product, ProductImage
from tests.factories import make_jpeg, make_product

from .conftest import Feed

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    return make_product(images=0)


def _send(feed: Feed, sku: str, *files: bytes, texts: tuple[str, ...] = ()) -> Any:
    sent = [SimpleUploadedFile(f"{place}.jpg", data, "image/jpeg") for place, data in enumerate(files)]
    data = {"sku": sku, "files": sent, "alt_texts": list(texts)}
    return Client().post("/api/v1/merchant/images/", data, headers=feed.headers)


def test_pictures_are_added_once_in_their_order(feed: Feed, product: Product) -> None:
    sku, files = product.variants.get().sku, [make_jpeg(seed=seed) for seed in (1, 2)]
    answers = [_send(feed, sku, *files, texts=("Front",)).json()["results"] for _ in "ab"]
    assert [[result["status"] for result in results] for results in answers] == [
        ["created", "created"],
        ["unchanged", "unchanged"],
    ]
    assert list(product.images.values_list("position", "alt_text")) == [(0, "Front"), (1, "")]
    assert [result["id"] for result in answers[0]] == list(product.images.values_list("pk", flat=True))
    assert _send(feed, sku, files[1], texts=("Back",)).json()["results"][0]["status"] == "updated"


def test_a_bad_picture_costs_no_good_one(feed: Feed, product: Product) -> None:
    sku = product.variants.get().sku
    results = _send(feed, sku, b"<html>", make_jpeg(seed=1)).json()["results"]
    assert [result["status"] for result in results] == ["refused", "created"]
    assert "This file is not a photo." in results[0]["errors"][0]["detail"]
    assert ProductImage.objects.count() == 1


def test_what_is_missing_is_said(feed: Feed, product: Product) -> None:
    assert _send(feed, "", make_jpeg()).json()["errors"][0]["field"] == "sku"
    assert _send(feed, "x").json()["errors"][0]["field"] == "files"
    assert _send(feed, "x", make_jpeg()).json()["results"][0]["errors"][0]["code"] == "unknown_sku"
    answer = feed.post("images", {})
    assert answer.status_code == 415
