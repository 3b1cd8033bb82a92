"""Another part of the photo, from the small copy that the page carried back."""

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from catalog.imaging import encode_jpeg
from catalog.models import Product
from recommendations.models import PhotoQuery
from tests.factories import make_pixels

from .shop import Answer, file, get, photo, post

pytestmark = pytest.mark.django_db

LEFT_HALF = {"left": "0", "top": "0", "right": "50", "bottom": "100"}
RIGHT_HALF = {"left": "50", "top": "0", "right": "100", "bottom": "100"}


def two_items() -> SimpleUploadedFile:
    """The item of seed 2 on the left, of seed 7 on the right."""
    halves = [make_pixels(seed=seed, width=240, height=320) for seed in (2, 7)]
    return file(encode_jpeg(np.hstack(halves), quality=95))


@pytest.fixture
def found(client: Client, shop: list[Product]) -> Answer:
    return post(client, {"photo": two_items()})


@pytest.mark.parametrize(("half", "seed"), [(LEFT_HALF, 2), (RIGHT_HALF, 7)], ids=["left", "right"])
def test_the_part_decides(
    client: Client, shop: list[Product], found: Answer, half: dict[str, str], seed: int
) -> None:
    moved = post(client, {**found.fields, **half})
    assert moved.tiles[0] == shop[seed].pk
    assert moved.heading == "10 items like this part of your photo"
    x, width = half["left"], "50"
    assert len(moved.page.all("rect", x=x, y="0", width=width, height="100")) == 2


def test_a_part_may_come_with_the_photo(client: Client, shop: list[Product]) -> None:
    assert post(client, {"photo": two_items(), **RIGHT_HALF}).tiles[0] == shop[7].pk


def test_moving_the_box_moves_the_search_and_its_link(
    client: Client, shop: list[Product], found: Answer
) -> None:
    moved = post(client, {**found.fields, **RIGHT_HALF})
    assert moved.link == found.link
    assert PhotoQuery.objects.get().box == [0.5, 0, 0.5, 1]
    assert get(client, found.link).tiles == moved.tiles


def test_the_whole_photo_again(client: Client, found: Answer) -> None:
    moved = post(client, {**found.fields, **LEFT_HALF})
    whole = post(client, {**moved.fields, "whole": "1"})
    assert whole.tiles == found.tiles
    assert whole.heading == "10 items like your photo"


def test_the_same_part_is_not_looked_at_again(client: Client, found: Answer) -> None:
    before = PhotoQuery.objects.get().expires_at
    post(client, found.fields)
    assert PhotoQuery.objects.get().expires_at == before


def test_a_new_photo_is_a_new_search(client: Client, found: Answer) -> None:
    again = post(client, {**found.fields, "photo": photo(seed=3)})
    assert again.link != found.link


@pytest.mark.parametrize("proof", ["", "forged", "link"])
def test_nobody_moves_the_search_of_another(client: Client, found: Answer, proof: str) -> None:
    token = found.link.split("/")[-2]
    search = f"{token}:forged" if proof == "link" else proof
    moved = post(client, {**found.fields, **RIGHT_HALF, "search": search})
    assert moved.link != found.link
    assert PhotoQuery.objects.get(token=token).box == [0, 0, 1, 1]


def test_a_search_that_was_forgotten_meanwhile_begins_anew(client: Client, found: Answer) -> None:
    PhotoQuery.objects.all().delete()
    moved = post(client, {**found.fields, **RIGHT_HALF})
    assert moved.status == 200
    assert moved.link != found.link


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        ({"left": "60", "top": "0", "right": "40", "bottom": "100"}, "no width or height"),
        ({"left": "0", "top": "0", "right": "130", "bottom": "100"}, "outside the photo"),
        ({"left": "-20", "top": "0", "right": "50", "bottom": "100"}, "outside the photo"),
        ({"left": "0", "top": "0", "right": "1", "bottom": "100"}, "too small"),
        ({"left": "nan", "top": "0", "right": "100", "bottom": "100"}, "four numbers from 0 to 100"),
        ({"left": "inf", "top": "0", "right": "100", "bottom": "100"}, "four numbers from 0 to 100"),
        ({"left": "10", "top": "", "right": "100", "bottom": "100"}, "four numbers from 0 to 100"),
        ({"left": "a\0b", "top": "0", "right": "100", "bottom": "100"}, "four numbers from 0 to 100"),
        ({"left": "1" * 5000, "top": "0", "right": "100", "bottom": "100"}, ""),
    ],
    ids=["inverted", "outside", "negative", "tiny", "nan", "infinite", "incomplete", "nul", "endless"],
)
def test_a_box_that_is_none(client: Client, found: Answer, edges: dict[str, str], words: str) -> None:
    refused = post(client, {**found.fields, **edges})
    assert refused.status == 422
    assert words in refused.refusal
    assert refused.page.all("image"), "the photo stays in view"
    assert PhotoQuery.objects.get().box == [0, 0, 1, 1]


def test_a_bad_box_stores_nothing(client: Client, shop: list[Product]) -> None:
    refused = post(client, {"photo": two_items(), **LEFT_HALF, "right": "1"})
    assert refused.status == 422
    assert not PhotoQuery.objects.exists()
    again = post(client, {**refused.fields, **RIGHT_HALF})
    assert again.tiles[0] == shop[7].pk, "the photo came along for another try"
