"""More like this, less like this: the list changes at once, and the link says so."""

import numpy as np
import pytest
from django.test import Client

from catalog.models import Product
from recommendations.feedback import moved

from .shop import Answer, get, photo, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(client: Client, shop: list[Product]) -> Answer:
    return post(client, {"photo": photo(seed=4)})


def test_what_is_liked_comes_nearer(client: Client, found: Answer) -> None:
    far = found.tiles[-1]
    liked = post(client, {**found.fields, "with": f"like:{far}"})
    assert liked.tiles.index(far) < found.tiles.index(far)
    assert sorted(liked.tiles) == sorted(found.tiles)


def test_what_is_not_liked_leaves(client: Client, found: Answer) -> None:
    first = found.tiles[0]
    fewer = post(client, {**found.fields, "with": f"unlike:{first}"})
    assert first not in fewer.tiles
    assert len(fewer.tiles) == len(found.tiles) - 1


def test_marks_are_carried_shared_and_taken_back(client: Client, shop: list[Product], found: Answer) -> None:
    liked = post(client, {**found.fields, "with": f"like:{shop[7].pk}"})
    both = post(client, {**liked.fields, "with": f"unlike:{shop[1].pk}"})
    assert both.chips[-2:] == [f"like:{shop[7].pk}", f"unlike:{shop[1].pk}"]
    shared = get(Client(), f"{found.link}?like={shop[7].pk}&unlike={shop[1].pk}")
    assert shared.tiles == both.tiles
    again = post(client, {**both.fields, "without": f"unlike:{shop[1].pk}"})
    assert again.tiles == liked.tiles


def test_one_mark_a_product(client: Client, shop: list[Product], found: Answer) -> None:
    liked = post(client, {**found.fields, "with": f"like:{shop[7].pk}"})
    disliked = post(client, {**liked.fields, "with": f"unlike:{shop[7].pk}"})
    assert disliked.chips[-1] == f"unlike:{shop[7].pk}"
    assert f"like:{shop[7].pk}" not in disliked.chips


@pytest.mark.parametrize("mark", ["x", "-1", "1.5", "9" * 40, "999999999", "\0", "１"])
def test_a_mark_of_nothing_changes_nothing(client: Client, found: Answer, mark: str) -> None:
    assert post(client, {**found.fields, "with": f"like:{mark}"}).tiles == found.tiles


def test_rocchio() -> None:
    east, north = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    assert moved(east, [], []) == pytest.approx(east)
    assert moved(east, [north], []) == pytest.approx(np.array([1, 0.75]) / 1.25)
    assert moved(east, [], [north])[1] < 0
