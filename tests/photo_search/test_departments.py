"""Women's, men's and children's goods do not mix, unless the shopper asks."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from catalog.models import Product
from recommendations.departments import likely, votes
from recommendations.models import PhotoQuery
from tests.made_once import MadeOnce, made_once
from tests.similar_looks.gallery import make_gallery

from .shop import Answer, get, photo, post

pytestmark = pytest.mark.django_db


def make_shop() -> dict[str, list[Product]]:
    """Men's look like the photo of seed 4, the others less."""
    return {
        "men": _alike(6, seed=4, gender="men"),
        "women": _alike(6, seed=5, gender="women"),
        "girls": _alike(2, seed=6, gender="girls"),
        "unisex": _alike(2, seed=7, gender="unisex"),
    }


def _alike(count: int, *, seed: int, gender: str) -> list[Product]:
    """Each in another colour by name, or they would be twins, of which one is shown."""
    shades = [f"Shade {number}" for number in range(count)]
    return [make_gallery(1, seed=seed, gender=gender, colours=[shade])[0] for shade in shades]


@pytest.fixture(scope="module")
def shop_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[MadeOnce[dict[str, list[Product]]]]:
    with made_once(django_db_blocker, make_shop) as made:
        yield made


@pytest.fixture
def shop(shop_once: MadeOnce[dict[str, list[Product]]], db: None) -> dict[str, list[Product]]:
    return shop_once.again()


@pytest.fixture
def found(client: Client, shop: dict[str, list[Product]]) -> Answer:
    return post(client, {"photo": photo(seed=4)})


def ids(*groups: list[Product]) -> set[int]:
    return {product.pk for group in groups for product in group}


def test_those_of_the_nearest_and_for_everyone(shop: dict[str, list[Product]], found: Answer) -> None:
    assert set(found.tiles) == ids(shop["men"], shop["unisex"])
    assert found.pressed[-1] == "Men"
    assert [pair for pair in found.offered if pair.startswith("department:")] == [
        "department:women",
        "department:men",
        "department:children",
        "department:all",
    ]


def test_one_tap_to_another(client: Client, shop: dict[str, list[Product]], found: Answer) -> None:
    women = post(client, {**found.fields, "instead": "department:women"})
    assert set(women.tiles) == ids(shop["women"], shop["unisex"])
    assert women.pressed[-1] == "Women"
    children = post(client, {**women.fields, "instead": "department:children"})
    assert set(children.tiles) == ids(shop["girls"], shop["unisex"])


def test_one_tap_to_everyone_and_back(client: Client, shop: dict[str, list[Product]], found: Answer) -> None:
    everyone = post(client, {**found.fields, "instead": "department:all"})
    assert set(everyone.tiles) == ids(*shop.values())
    assert everyone.pressed[-1] == "Everyone"
    assert get(client, f"{found.link}?any=gender").tiles == everyone.tiles
    assert set(post(client, {**everyone.fields, "instead": "department:men"}).tiles) == set(found.tiles)


def test_from_a_chosen_one_to_everyone(client: Client, shop: dict[str, list[Product]], found: Answer) -> None:
    women = post(client, {**found.fields, "instead": "department:women"})
    everyone = post(client, {**women.fields, "instead": "department:all"})
    assert set(everyone.tiles) == ids(*shop.values())


@pytest.mark.parametrize("name", ["pets", "", "\0"])
def test_one_that_there_is_not(client: Client, found: Answer, name: str) -> None:
    assert post(client, {**found.fields, "instead": f"department:{name}"}).status == 200


def test_a_shop_for_one_asks_nothing(client: Client, no_shop: None) -> None:
    make_gallery(2, gender="women")
    found = post(client, {"photo": photo()})
    assert len(found.tiles) == 2
    assert found.offered == []


def test_votes_count_less_further_down() -> None:
    assert votes(["men", "women", "unisex"]) == [("men", 0.6131), ("women", 0.3869)]
    assert votes(["girls", "boys", "women"])[0][0] == "children"
    assert votes(["unisex"]) == []


def test_a_vote_counts_as_much_as_there_are_goods_of_what_was_seen() -> None:
    voted = [("children", 0.6), ("women", 0.4)]
    sold = {
        "Shirt": {"girls": 1, "men": 5, "women": 4, "unisex": 90},
        "Dress": {"women": 8},
        "Cap": {"unisex": 3},
    }
    (first, women), (second, children) = likely(voted, [("Shirt", 1.0)], sold)
    assert (first, second) == ("women", "children")
    assert women == pytest.approx(0.4 * 0.4 / (0.4 * 0.4 + 0.6 * 0.1))
    assert children == pytest.approx(1 - women)
    assert likely(voted, [("Dress", 0.5), ("Shirt", 0.5)], sold)[0][1] > women


@pytest.mark.parametrize("seen", [[], [("Cap", 1.0)], [("Hovercraft", 1.0)]])
def test_the_votes_stand_where_what_was_seen_is_nobodys(seen: list[tuple[str, float]]) -> None:
    voted = [("children", 0.6), ("women", 0.4)]
    assert likely(voted, seen, {"Cap": {"unisex": 3}}) == voted


def test_a_dress_is_sought_among_those_who_are_sold_dresses(client: Client, no_shop: None) -> None:
    _alike(6, seed=4, gender="men")
    dress = make_gallery(1, seed=5, gender="women", product_type="Dress")[0]
    link = post(client, {"photo": photo(seed=4)}).link
    PhotoQuery.objects.update(labels={"type": [["Dress", 0.55], ["Shirt", 0.02]]})
    assert get(client, link).tiles == [dress.pk]
