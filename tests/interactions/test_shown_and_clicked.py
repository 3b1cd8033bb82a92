"""Who sees and opens tiles is counted, once, and only people are."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker
from redis import Redis
from redis.exceptions import ConnectionError as ValkeyAwayError

from catalog.models import Product
from recommendations.interaction_queue import InteractionQueue, interaction_queue
from recommendations.models import Interaction
from recommendations.services.interactions import write_waiting
from tests.made_once import MadeOnce, made_once
from tests.similar_looks.gallery import make_gallery

from .conftest import BROWSER, Get

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def shirts_once(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[MadeOnce[list[Product]]]:
    with made_once(django_db_blocker, partial(make_gallery, 6)) as made:
        yield made


@pytest.fixture
def shirts(shirts_once: MadeOnce[list[Product]], db: None) -> list[Product]:
    return shirts_once.again()


def similar(product: Product) -> str:
    return reverse("recommendations:similar", args=[product.slug])


def rows(kind: str) -> list[tuple[int, int | None, int | None]]:
    """Product, anchor and position, in their order."""
    write_waiting()
    found = Interaction.objects.filter(kind=kind).order_by("position", "pk")
    return list(found.values_list("product_id", "anchor_id", "position"))


def test_what_is_shown_keeps_its_place_and_counts_once(get: Get, shirts: list[Product]) -> None:
    for _again in range(2):
        page = get(similar(shirts[0])).content.decode()
    shown = rows("shown")
    assert {product for product, _anchor, _position in shown} == {shirt.pk for shirt in shirts[1:]}
    assert {anchor for _product, anchor, _position in shown} == {shirts[0].pk}
    assert [position for *_ids, position in shown] == [1, 2, 3, 4, 5]
    first = Product.objects.get(pk=shown[0][0])
    assert page.index(f'data-product="{first.pk}"') == page.index("data-product=")


def test_a_click_knows_which_tile_it_was(get: Get, shirts: list[Product]) -> None:
    get(similar(shirts[0]))
    ((second, _anchor, _position),) = rows("shown")[1:2]
    opened = Product.objects.get(pk=second)
    for address in (opened.get_absolute_url(), f"{opened.get_absolute_url()}quick/"):
        get(f"{address}?source=similar")
    assert rows("clicked") == [(second, shirts[0].pk, 2)]


@pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("", {}),
        ("?source=elsewhere", {}),
        ("?source=similar", {"Referer": ""}),
        ("?source=similar", {"Referer": "https://elsewhere.example/"}),
        ("?source=similar", {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"}),
        ("?source=similar", {"User-Agent": ""}),
        ("?source=similar", {"Sec-Purpose": "prefetch"}),
    ],
)
def test_what_is_no_click(get: Get, shirts: list[Product], query: str, headers: dict[str, str]) -> None:
    assert get(f"{shirts[1].get_absolute_url()}{query}", **headers).status_code == 200
    assert rows("clicked") == []


def test_a_choice_of_size_is_no_click(get: Get, shirts: list[Product]) -> None:
    headers = {"HX-Request": "true", "HX-Target": f"buy-{shirts[1].pk}"}
    get(f"{shirts[1].get_absolute_url()}?source=similar&size=M", **headers)
    assert rows("clicked") == []


def test_staff_do_not_count(client: Client, get: Get, shirts: list[Product]) -> None:
    client.force_login(get_user_model().objects.create_user("owner", is_staff=True))
    get(similar(shirts[0]))
    assert rows("shown") == []


def test_counting_asks_the_database_nothing(client: Client, get: Get, shirts: list[Product]) -> None:
    url = similar(shirts[0])
    get(url)
    with CaptureQueriesContext(
        connection,
    ) as of_a_bot:
        client.get(url, headers={"User-Agent": "bot"})
    with CaptureQueriesContext(connection) as counted:
        client.get(url, headers={"User-Agent": BROWSER})
    assert len(counted) <= len(of_a_bot)


def test_a_valkey_that_is_away_costs_no_page(
    get: Get, shirts: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    interaction_queue.cache_clear()
    nobody = Redis(host="127.0.0.1", port=9, socket_timeout=0.1, socket_connect_timeout=0.1)
    monkeypatch.setattr("recommendations.counting.interaction_queue", lambda: InteractionQueue(nobody))
    with pytest.raises(ValkeyAwayError):
        nobody.ping()
    assert get(similar(shirts[0])).status_code == 200


def test_what_was_deleted_meanwhile_stops_nothing(get: Get, shirts: list[Product]) -> None:
    get(similar(shirts[0]))
    get(similar(shirts[1]))
    shirts[1].delete()
    assert {product for product, *_rest in rows("shown")} == {shirt.pk for shirt in shirts[2:]}
