"""Type and colour as read from the photo: applied when sure, offered when likely, never against a choice."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Product
from recommendations.models import Encoder, PhotoQuery
from recommendations.services.photo_queries import forget_photo_query
from tests.similar_looks.gallery import make_gallery

from .shop import Answer, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(db: None) -> dict[str, Product]:
    """Four shirts, a pair of shoes, and a hat that is sold out."""
    for seed in (8, 9, 10):
        make_gallery(1, seed=seed, product_type="Shirt", colours=["Blue"])
    facts: dict[str, dict[str, Any]] = {
        "shirt": {"product_type": "Shirt", "colours": ["Blue"]},
        "shoes": {"product_type": "Shoes", "colours": ["Black"]},
        "sold out": {"product_type": "Hat", "colours": ["Green"], "stock": 0},
    }
    return {name: make_gallery(1, seed=7, **fields)[0] for name, fields in facts.items()}


def search(client: Client, query: str = "", **labels: list[tuple[str, float]]) -> Answer:
    """The answer for a photo from which these labels were read."""
    encoder = Encoder.objects.get(key="colour-histogram")
    kept = PhotoQuery.objects.create(
        encoder=encoder,
        vector=[1.0] + [0.0] * (encoder.dimension - 1),
        box=[0, 0, 1, 1],
        labels=labels,
        expires_at=timezone.now() + timedelta(hours=1),
    )
    try:
        return get(client, kept.get_absolute_url() + query)
    finally:
        forget_photo_query(token=kept.token)


def test_a_sure_type_is_applied(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, type=[("Shirt", 0.9), ("Shoes", 0.1)])
    assert len(found.tiles) == 4
    assert shop["shoes"].pk not in found.tiles
    assert found.pressed == ["Shirt"]
    assert found.chips == ["type:Shirt", "in_stock:1"]


def test_one_that_leaves_fewer_than_four_is_only_offered_and_they_come_first(
    client: Client, shop: dict[str, Product]
) -> None:
    assert search(client).tiles[0] != shop["shoes"].pk
    found = search(client, type=[("Shoes", 0.9)], colour=[("Black", 0.9)])
    assert (found.tiles[0], len(found.tiles)) == (shop["shoes"].pk, 5)
    assert found.pressed == []
    assert {"type:Shoes", "colour:Black"} <= set(found.offered)
    assert found.page.with_class("notice") == []


@pytest.mark.parametrize(("others", "is_applied"), [(3, True), (2, False)])
def test_a_sure_colour_is_applied_where_it_leaves_some_choice(
    client: Client, shop: dict[str, Product], others: int, is_applied: bool
) -> None:
    for number in range(others):
        make_gallery(1, seed=7, product_type=f"Shoes {number}", colours=["Black"])
    found = search(client, colour=[("Black", 0.9)])
    assert found.pressed == (["Black"] if is_applied else [])
    assert (shop["shirt"].pk in found.tiles) is not is_applied
    assert "colour:Black" in found.chips if is_applied else "colour:Black" in found.offered
    assert found.page.with_class("notice") == []


def test_what_the_shopper_chose_may_leave_one(client: Client, shop: dict[str, Product]) -> None:
    assert search(client, "?colour=Black", colour=[("Black", 0.9)]).tiles == [shop["shoes"].pk]


def test_a_likely_one_is_offered(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, type=[("Shirt", 0.5), ("Shoes", 0.4), ("Hat", 0.1)])
    assert len(found.tiles) == 5
    assert found.offered == ["type:Shirt", "type:Shoes"]
    assert found.pressed == []


def test_what_the_shop_does_not_sell_is_neither(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, type=[("Hovercraft", 0.9)], colour=[("Mauve", 0.9)])
    assert found.chips == ["in_stock:1"]


def test_its_probability_is_not_shown(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, type=[("Shirt", 0.8765)])
    assert "0.87" not in found.response.content.decode()
    assert "87" not in found.page.with_class("photo-groups")[0].text


def test_a_guess_that_would_leave_nothing_is_dropped_and_said(
    client: Client, shop: dict[str, Product]
) -> None:
    found = search(client, type=[("Hat", 0.9)])
    assert len(found.tiles) == 5
    assert "We took it for Hat" in found.page.with_class("notice")[0].text
    assert "Hat" not in found.pressed


def test_the_choice_of_the_shopper_wins(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, "?type=Shoes", type=[("Shirt", 0.9)])
    assert found.tiles == [shop["shoes"].pk]


def test_any_type_wins_too(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, "?any=type", type=[("Shirt", 0.9)])
    assert len(found.tiles) == 5
    assert found.chips == ["in_stock:1"]
    assert found.offered == ["type:Shirt"]


def test_unticking_a_guess_is_such_a_choice(client: Client, shop: dict[str, Product]) -> None:
    found = search(client, "?guessed=type:Shirt&guessed=in_stock:1&in_stock=1", type=[("Shirt", 0.9)])
    assert len(found.tiles) == 5
    assert found.response.request["QUERY_STRING"] == "any=type"  # type: ignore[attr-defined]
    assert [field.attributes["value"] for field in found.page.all("input", name="any")] == ["type"]


def test_leaving_it_ticked_is_none(client: Client, shop: dict[str, Product]) -> None:
    query = "?guessed=type:Shirt&guessed=in_stock:1&type=Shirt&in_stock=1&price_max=90"
    found = search(client, query, type=[("Shirt", 0.9)])
    assert found.response.request["QUERY_STRING"] == "price_max=90"  # type: ignore[attr-defined]
    assert len(found.tiles) == 4
