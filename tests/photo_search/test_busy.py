from contextlib import ExitStack
from importlib import import_module

import pytest
from django.conf import settings
from django.test import Client

from catalog.imaging import PictureBusy
from catalog.models import Product
from recommendations.encoders import shared_pool
from recommendations.models import PhotoQuery

from .shop import Answer, photo, post

pytestmark = pytest.mark.django_db

WORDS = "Many searches right now. Try again in 20 seconds."


def check(refused: Answer) -> None:
    assert refused.status == 503
    assert refused.response["Retry-After"] == "20"
    assert refused.refusal == WORDS
    assert not PhotoQuery.objects.exists()


def test_every_encoder_in_use(client: Client, shop: list[Product], monkeypatch: pytest.MonkeyPatch) -> None:
    pool = shared_pool(settings.VITRINE_ENCODER)
    monkeypatch.setattr(pool, "wait_seconds", 0.01)
    with ExitStack() as others:
        for _ in range(pool.size):
            others.enter_context(pool.encoder())
        refused = post(client, {"photo": photo()})
    check(refused)
    again = post(client, refused.fields)
    assert (again.status, len(again.tiles)) == (200, len(shop))


def test_every_core_decoding(client: Client, shop: list[Product], monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*args: object, **kwargs: object) -> None:
        raise PictureBusy

    monkeypatch.setattr(import_module("recommendations.views.visual_search"), "open_picture", busy)
    check(post(client, {"photo": photo()}))
