"""A script keeps the photo, sends parts of it, and gets the parts of the page that change."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.imaging import Box
from catalog.models import Product
from recommendations.models import PhotoQuery
from recommendations.services.photo_queries import create_photo_query, forget_photo_query, move_photo_query
from tests.factories import make_pixels

from .shop import URL, Answer, answer, photo

pytestmark = pytest.mark.django_db

BOX = {"left": "20", "top": "10", "right": "60", "bottom": "90"}


def fragment(client: Client, fields: Mapping[str, Any]) -> Answer:
    return answer(client.post(URL, fields, headers={"HX-Request": "true"}))


def data_of(found: Answer) -> dict[str, str]:
    return found.page.all("section", id="photo-found")[0].attributes


@pytest.fixture
def found(client: Client, shop: list[Product]) -> Answer:
    return fragment(client, {"photo": photo(seed=4)})


def part(seed: int, found: Answer, **fields: Any) -> dict[str, Any]:
    return {"photo": photo(seed), "part": "1", "search": data_of(found)["data-proof"], **BOX, **fields}


def test_the_answer_is_a_fragment_without_the_photo(shop: list[Product], found: Answer) -> None:
    assert found.tiles[0] == shop[4].pk
    assert not found.page.all("html")
    assert not found.page.all("image")
    assert not found.page.all("input", name="picture")
    assert found.page.all("div", id="photo-filters")
    assert found.page.all("div", id="photo-regions")


def test_it_says_where_the_search_is_and_what_was_searched(found: Answer) -> None:
    token = PhotoQuery.objects.get().token
    said = data_of(found)
    assert said["data-link"] == said["data-url"] == f"{URL}{token}/"
    assert (said["data-box"], said["data-count"]) == ("0,0,100,100", "10 items")
    assert said["data-proof"].startswith(f"{token}:")


def test_caches_tell_it_from_the_page(found: Answer) -> None:
    assert "HX-Request" in found.response["Vary"]


def test_back_gets_the_whole_page(client: Client, found: Answer) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    whole = answer(client.get(data_of(found)["data-link"], headers=headers))
    assert whole.page.all("html")


def test_a_part_is_searched_as_it_comes_and_moves_the_search(
    client: Client, shop: list[Product], found: Answer
) -> None:
    moved = fragment(client, part(7, found))
    assert moved.tiles[0] == shop[7].pk
    assert data_of(moved)["data-link"] == data_of(found)["data-link"]
    assert data_of(moved)["data-box"] == "20,10,60,90"
    assert PhotoQuery.objects.get().box == [0.2, 0.1, 0.4, 0.8]
    assert not moved.page.all("div", id="photo-regions"), "the goods beside it are not in it"


@pytest.mark.parametrize("proof", ["", "forged", "of nobody:at all"])
def test_without_its_proof_it_is_a_search_of_its_own(client: Client, found: Answer, proof: str) -> None:
    moved = fragment(client, part(7, found, search=proof))
    assert data_of(moved)["data-link"] != data_of(found)["data-link"]
    assert PhotoQuery.objects.count() == 2


def test_one_that_is_over_begins_anew(client: Client, found: Answer) -> None:
    PhotoQuery.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    moved = fragment(client, part(7, found))
    assert moved.status == 200
    assert data_of(moved)["data-link"] != data_of(found)["data-link"]


@pytest.mark.parametrize("box", [{"right": "10"}, {"left": "nan"}, {"bottom": "900"}, {"top": ""}])
def test_a_box_that_is_none(client: Client, found: Answer, box: dict[str, str]) -> None:
    refused = fragment(client, part(7, found, **box))
    assert refused.status == 422
    assert refused.refusal
    assert not refused.page.all("html")


def test_a_part_that_is_no_photo(client: Client, found: Answer) -> None:
    refused = fragment(client, {**part(7, found), "photo": photo(7, width=8, height=8)})
    assert (refused.status, "too small" in refused.refusal) == (422, True)


def test_filters_are_asked_for_by_link(client: Client, found: Answer) -> None:
    link = data_of(found)["data-link"]
    query = "?with=like:1&guessed=in_stock:1&in_stock=1&price_max=90"
    filtered = answer(client.get(link + query, headers={"HX-Request": "true"}))
    assert filtered.status == 200, "no redirect: the script is told the link"
    assert data_of(filtered)["data-url"] == f"{link}?like=1&price_max=90"


def test_who_comes_later_keeps_the_answer(shop: list[Product]) -> None:
    early, late = timezone.now(), timezone.now() + timedelta(seconds=1)
    query = create_photo_query(pixels=make_pixels(seed=1), box=Box.whole(), now=early)
    left, right = Box(0, 0, 0.5, 1), Box(0.5, 0, 0.5, 1)
    move_photo_query(query=query, pixels=make_pixels(seed=2), box=right, now=late)
    move_photo_query(query=query, pixels=make_pixels(seed=3), box=left, now=early)
    assert PhotoQuery.objects.get().box == [0.5, 0, 0.5, 1]


def test_what_was_forgotten_meanwhile_stays_forgotten(shop: list[Product]) -> None:
    query = create_photo_query(pixels=make_pixels(seed=1), box=Box.whole(), now=timezone.now())
    forget_photo_query(token=query.token)
    part_of_it = Box(0, 0, 0.5, 1)
    move_photo_query(query=query, pixels=make_pixels(seed=2), box=part_of_it, now=timezone.now())
    assert not PhotoQuery.objects.exists()
