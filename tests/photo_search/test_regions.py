"""The goods found in a photo: the first is searched, the others are one tap away."""

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from catalog.imaging import Box, encode_jpeg
from catalog.models import Product
from recommendations import focus
from recommendations.api.visual_searches.answers import answer_of_look
from recommendations.focus import Focus
from recommendations.looking import Look
from recommendations.models import PhotoQuery
from recommendations.presenters.photo_regions import photo_regions
from recommendations.regions import Region
from tests.factories import make_pixels

from .shop import Answer, file, get, post

pytestmark = pytest.mark.django_db

LEFT, RIGHT = Box(0, 0.003, 0.5, 0.997), Box(0.5, 0, 0.498, 1)
FOUND = [Region(LEFT, "upper", 0.9), Region(RIGHT, "bag", 0.95)]
UNSURE = "We could not tell which item you mean. Move the box over it."


@pytest.fixture(autouse=True)
def found_regions(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[Region]:
    """What every photo is said to hold; tests change the list."""
    settings.VITRINE_REGIONS = "said by the test"
    regions = list(FOUND)
    monkeypatch.setattr(focus, "suggest", lambda pixels: regions)
    return regions


def two_items() -> SimpleUploadedFile:
    """The item of seed 2 on the left, of seed 7 on the right."""
    halves = [make_pixels(seed=seed, width=240, height=320) for seed in (2, 7)]
    return file(encode_jpeg(np.hstack(halves), quality=95))


@pytest.fixture
def found(client: Client, shop: list[Product]) -> Answer:
    return post(client, {"photo": two_items()})


def test_the_first_of_them_is_searched(shop: list[Product], found: Answer) -> None:
    assert found.tiles[0] == shop[2].pk
    assert found.heading == "10 items like this part of your photo"
    assert PhotoQuery.objects.get().box == [0, 0, 0.5, 1]
    assert len(found.page.all("rect", x="0", y="0", width="50", height="100")) == 2
    assert UNSURE not in found.response.content.decode()


def test_all_of_them_are_offered_and_the_whole_photo(found: Answer) -> None:
    assert found.regions == {"Top": "0,0,50,100", "Bag": "50,0,100,100", "Whole photo": "0,0,100,100"}
    assert found.chosen == ["Top"]
    assert found.fields["region"] == [""], "so that its edges can be changed"
    parts = [part.attributes["viewbox"] for part in found.page.with_class("photo-region__part")]
    assert parts == ["0.0 0.0 240.0 320.0", "240.0 0.0 240.0 320.0", "0.0 0.0 480.0 320.0"]


def test_choosing_another_searches_it_under_the_same_link(
    client: Client, shop: list[Product], found: Answer
) -> None:
    moved = post(client, {**found.fields, "region": found.regions["Bag"]})
    assert moved.tiles[0] == shop[7].pk
    assert moved.chosen == ["Bag"]
    assert moved.link == found.link


def test_choosing_the_whole_photo(client: Client, found: Answer) -> None:
    whole = post(client, {**found.fields, "region": found.regions["Whole photo"]})
    assert whole.heading == "10 items like your photo"
    assert whole.chosen == ["Whole photo"]
    assert PhotoQuery.objects.get().box == [0, 0, 1, 1]


def test_a_part_of_ones_own_is_kept_and_they_stay_on_offer(
    client: Client, shop: list[Product], found: Answer
) -> None:
    moved = post(client, {**found.fields, "left": "55", "top": "20", "right": "80", "bottom": "70"})
    assert PhotoQuery.objects.get().box == [0.55, 0.2, 0.25, 0.5]
    assert list(moved.regions) == ["Top", "Bag", "Whole photo"]
    assert moved.chosen == []


def test_a_part_that_comes_with_the_photo_goes_before_them(client: Client, shop: list[Product]) -> None:
    right_half = {"left": "50", "top": "0", "right": "100", "bottom": "100"}
    assert post(client, {"photo": two_items(), **right_half}).tiles[0] == shop[7].pk


def test_what_they_suggest_is_not_looked_at_again(client: Client, found: Answer) -> None:
    before = PhotoQuery.objects.get().expires_at
    again = post(client, found.fields)
    assert PhotoQuery.objects.get().expires_at == before
    assert again.tiles == found.tiles


def test_where_nothing_is_found_the_middle_is_searched_and_that_is_said(
    client: Client, shop: list[Product], found_regions: list[Region]
) -> None:
    found_regions.clear()
    found = post(client, {"photo": two_items()})
    assert PhotoQuery.objects.get().box == [0.1, 0.1, 0.8, 0.8]
    assert UNSURE in found.page.texts("p")
    assert found.regions == {"Whole photo": "0,0,100,100"}
    moved = post(client, {**found.fields, "left": "50"})
    assert UNSURE not in moved.page.texts("p")


def test_without_a_finder_the_whole_photo_is_searched(
    client: Client, shop: list[Product], settings: Settings
) -> None:
    settings.VITRINE_REGIONS = ""
    found = post(client, {"photo": two_items()})
    assert PhotoQuery.objects.get().box == [0, 0, 1, 1]
    assert list(found.regions) == ["Whole photo"]
    assert UNSURE not in found.page.texts("p")


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("50,0,40,100", "no width or height"),
        ("0,0,130,100", "outside the photo"),
        ("0,0,2,100", "too small"),
        ("0,0,100", "four numbers"),
        ("0,0,100,100,100", "four numbers"),
        ("left,0,100,100", "four numbers"),
        ("nan,0,100,100", "four numbers"),
    ],
)
def test_a_region_that_is_none(client: Client, found: Answer, region: str, words: str) -> None:
    refused = post(client, {**found.fields, "region": region})
    assert refused.status == 422
    assert words in refused.refusal
    assert PhotoQuery.objects.get().box == [0, 0, 0.5, 1]


def test_one_with_nothing_to_compare_leaves_the_others_on_offer(
    client: Client, shop: list[Product], found_regions: list[Region]
) -> None:
    mostly_blank = np.hstack(
        [np.full((320, 260, 3), 200, np.uint8), make_pixels(seed=7, width=220, height=320)]
    )
    refused = post(client, {"photo": file(encode_jpeg(mostly_blank, 95))})
    assert refused.status == 422
    moved = post(client, {**refused.fields, "region": refused.regions["Bag"]})
    assert moved.tiles[0] == shop[7].pk


def test_who_is_given_the_link_is_offered_none(client: Client, found: Answer) -> None:
    assert get(Client(), found.link).regions == {}


def test_a_region_is_named_by_the_type_that_was_read_from_it() -> None:
    regions = photo_regions(Focus(LEFT, tuple(FOUND)), {"type": [("Tshirts", 0.9)]})
    assert [choice.label for choice in regions.choices] == ["Tshirts", "Bag", "Whole photo"]
    assert [choice.kind for choice in regions.choices] == ["upper", "bag", "whole"]


def test_the_api_calls_it_the_same() -> None:
    query = PhotoQuery(token="made-up", labels={"type": [("Tshirts", 0.9)]})
    answer = answer_of_look(Look(query, Focus(LEFT, tuple(FOUND)), []))
    assert [region["type"] for region in answer["regions"]] == ["Tshirts", "Bag"]


def test_or_by_its_kind_where_the_type_is_unsure() -> None:
    regions = photo_regions(Focus(LEFT, tuple(FOUND)), {"type": [("Tshirts", 0.3)]})
    assert regions.choices[0].label == "Top"


def test_two_of_a_kind_are_told_apart() -> None:
    pair = (Region(LEFT, "shoes", 0.9), Region(RIGHT, "shoes", 0.8))
    assert [choice.label for choice in photo_regions(Focus(LEFT, pair)).choices][:2] == ["Shoes", "Shoes 2"]


def test_a_part_drawn_nearly_over_one_is_that_one() -> None:
    nearly = photo_regions(Focus(Box(0.02, 0.02, 0.47, 0.96), tuple(FOUND)))
    assert [choice.chosen for choice in nearly.choices] == [True, False, False]
    far = photo_regions(Focus(Box(0.2, 0.02, 0.47, 0.96), tuple(FOUND)))
    assert not any(choice.chosen for choice in far.choices)


def test_a_dot_lies_in_the_middle_of_its_region() -> None:
    assert photo_regions(Focus(LEFT, tuple(FOUND))).choices[1].middle == (75, 50)
