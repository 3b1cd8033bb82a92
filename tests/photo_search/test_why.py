"""Which patch of the searched part is most like a product, for a script that asks."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.imaging import encode_jpeg
from catalog.models import Product, ProductImage
from recommendations.encoders import histogram, shared_pool
from recommendations.models import Encoder, ImageEmbedding, PhotoQuery
from tests.factories import make_jpeg, make_pixels

from .eyes import eyes_for_patches
from .shop import Answer, file, photo, post

pytestmark = pytest.mark.django_db

WHERE = "/visual-search/patch/"
SIDE = 256
NOT_TOLD = "What makes this item alike cannot be shown any more."


@pytest.fixture
def eyes() -> Iterator[None]:
    with eyes_for_patches():
        yield


@pytest.fixture
def found(client: Client, shop: list[Product]) -> Answer:
    return post(client, {"photo": photo(seed=4)})


def asked(found: Answer, product: Product, part: SimpleUploadedFile | None = None) -> dict[str, Any]:
    (proof,) = found.page.all("input", name="proof")
    image = ProductImage.objects.get(product=product)
    return {"search": proof.attributes["value"], "image": image.pk, "photo": part or _corner()}


def _corner(*, width: int = SIDE) -> SimpleUploadedFile:
    """A white square with the goods of seed 4 in its lower right corner."""
    pixels = np.full((SIDE, width, 3), 255, np.uint8)
    pixels[192:, -64:] = make_pixels(seed=4, width=64, height=64)
    return file(encode_jpeg(pixels))


def test_the_patch_with_the_goods_is_best(
    client: Client, shop: list[Product], found: Answer, eyes: None
) -> None:
    answer = client.post(WHERE, asked(found, shop[4])).json()
    assert answer["best"] == {"left": 75, "top": 75, "right": 100, "bottom": 100}
    assert answer["frame"] == {"left": 0, "top": 0, "right": 100, "bottom": 100}
    assert answer["rows"][3][3] == 1
    assert max(share for row in answer["rows"][:3] for share in row) < 0.5


def test_beside_a_narrow_part_lies_what_is_none_of_it(
    client: Client, shop: list[Product], found: Answer, eyes: None
) -> None:
    answer = client.post(WHERE, asked(found, shop[4], _corner(width=SIDE // 2))).json()
    assert answer["frame"] == {"left": -50, "top": 0, "right": 150, "bottom": 100}
    assert answer["best"] == {"left": 50, "top": 75, "right": 100, "bottom": 100}


def test_two_queries_and_nothing_kept(client: Client, shop: list[Product], found: Answer, eyes: None) -> None:
    sent, before = asked(found, shop[4]), PhotoQuery.objects.values().get()
    with CaptureQueriesContext(connection) as queries:
        assert client.post(WHERE, sent).status_code == 200
    assert len(queries) == 2
    assert PhotoQuery.objects.values().get() == before


def test_a_tile_has_a_button_that_says_what_is_shared(
    client: Client, shop: list[Product], eyes: None
) -> None:
    found = post(client, {"photo": photo(seed=4)})
    buttons = found.page.with_class("photo-why")
    assert len(buttons) == len(found.tiles)
    first = ProductImage.objects.get(product=shop[4])
    assert buttons[0].attributes["value"] == str(first.pk)
    assert found.page.with_class("photo-items")[0].attributes["data-why"] == WHERE


def test_no_button_where_the_encoder_tells_nothing_of_patches(found: Answer) -> None:
    assert found.tiles
    assert not found.page.with_class("photo-why")


def _refused(client: Client, sent: dict[str, Any], status: int, words: str) -> Any:
    response = client.post(WHERE, sent)
    assert (response.status_code, words in response.json()["error"]) == (status, True)
    return response


def test_an_encoder_without_patches(client: Client, shop: list[Product], found: Answer) -> None:
    _refused(client, asked(found, shop[4]), 404, NOT_TOLD)


def test_vectors_of_another_encoder_are_not_compared(
    client: Client, shop: list[Product], found: Answer, eyes: None
) -> None:
    sent = asked(found, shop[4])
    Encoder.objects.update(digest="0" * 64)
    _refused(client, sent, 404, NOT_TOLD)


def test_a_picture_that_has_no_vector_or_is_not_sold(
    client: Client, shop: list[Product], found: Answer, eyes: None
) -> None:
    hidden, unseen = asked(found, shop[4]), asked(found, shop[5])
    Product.objects.filter(pk=shop[4].pk).update(is_published=False)
    ImageEmbedding.objects.filter(image=unseen["image"]).delete()
    for sent in (hidden, unseen):
        _refused(client, sent, 404, NOT_TOLD)


@pytest.mark.parametrize("image", ["", "x", "-1", "9" * 40, "\0"])
def test_a_picture_that_there_is_not(
    client: Client, shop: list[Product], found: Answer, eyes: None, image: str
) -> None:
    _refused(client, asked(found, shop[4]) | {"image": image}, 404, NOT_TOLD)


@pytest.mark.parametrize(
    ("data", "status"), [(b"", 400), (b"no photo", 415), (make_jpeg(width=8, height=8), 422)]
)
def test_a_part_that_is_no_photo(
    client: Client, shop: list[Product], found: Answer, eyes: None, data: bytes, status: int
) -> None:
    _refused(client, asked(found, shop[4], file(data)), status, "photo")


def test_a_search_that_is_over_or_not_proven(
    client: Client, shop: list[Product], found: Answer, eyes: None
) -> None:
    _refused(client, asked(found, shop[4]) | {"search": "forged"}, 404, "has ended")
    PhotoQuery.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    _refused(client, asked(found, shop[4]), 404, "has ended")


def test_busy(
    client: Client, shop: list[Product], found: Answer, eyes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = shared_pool(histogram.KEY)
    monkeypatch.setattr(pool, "wait_seconds", 0.01)
    with ExitStack() as others:
        for _ in range(pool.size):
            others.enter_context(pool.encoder())
        refused = _refused(client, asked(found, shop[4]), 503, "Try again in 20 seconds")
    assert refused["Retry-After"] == "20"


def test_only_from_the_page_and_only_sent(client: Client, shop: list[Product], found: Answer) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(WHERE, asked(found, shop[4])).status_code == 403
    assert client.get(WHERE).status_code == 405
