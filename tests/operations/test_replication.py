"""Which server is asked for what. Two servers, one of them paused: `make faults`."""

import pytest
from django.db import DEFAULT_DB_ALIAS, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from catalog.cards import product_cards
from catalog.models import Product
from operations import replication
from operations.replication import ReplicaRouter, answering_replica, lists_from
from recommendations.models import ImageEmbedding, PhotoQuery
from shop.models import Cart
from tests.factories import make_category, make_product

REPLICA = "replica-1"


def test_lists_are_read_from_the_replica_and_nothing_else_is() -> None:
    router = ReplicaRouter()
    assert router.db_for_read(Product) == DEFAULT_DB_ALIAS
    with lists_from(REPLICA):
        assert {router.db_for_read(model) for model in (Product, ImageEmbedding)} == {REPLICA}
        assert {router.db_for_read(model) for model in (Cart, PhotoQuery)} == {None}
        own = Product()
        own._state.db = DEFAULT_DB_ALIAS
        assert router.db_for_read(Product, instance=own) is None
    assert router.allow_migrate(REPLICA, "catalog") is False


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> list[float]:
    """When a replica was chosen; the primary answers in its place."""
    times: list[float] = []

    def choose(now: float) -> str:
        times.append(now)
        return DEFAULT_DB_ALIAS

    settings.DATABASE_ROUTERS = ["operations.replication.ReplicaRouter"]
    monkeypatch.setattr(replication, "answering_replica", choose)
    return times


def test_pages_that_list(client: Client, admin_client: Client, db: None, asked: list[float]) -> None:
    product = make_product(category=make_category(slug="shirts"))
    for path in ("/", "/c/shirts/", "/search/?q=shirt", f"/p/{product.slug}/similar/", "/api/v1/products/"):
        client.get(path)
    assert len(asked) == 5
    for path in (f"/p/{product.slug}/", "/cart/", "/checkout/"):
        client.get(path)
    admin_client.get("/c/shirts/")
    assert len(asked) == 5


def test_a_replica_that_does_not_answer_is_left_alone(
    db: None, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    away = connection.copy()
    away.settings_dict["PORT"] = "1"
    monkeypatch.setattr(replication, "connections", {REPLICA: away})
    monkeypatch.setattr(replication, "replica_aliases", lambda: [REPLICA])
    rests: dict[str, float] = {}
    monkeypatch.setattr(replication, "_rests_until", rests)
    assert answering_replica(100.0) == DEFAULT_DB_ALIAS
    assert rests == {REPLICA: 110.0}
    monkeypatch.setattr(replication, "connections", {})
    assert answering_replica(105.0) == DEFAULT_DB_ALIAS


def test_what_a_replica_found_is_read_again(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    sold_out, withdrawn, kept = (make_product() for _ in range(3))
    found = [sold_out.pk, withdrawn.pk, kept.pk]
    sold_out.variants.update(stock=0)
    Product.objects.filter(pk=withdrawn.pk).update(is_published=False)
    with lists_from(REPLICA), django_assert_num_queries(1):
        cards = product_cards(found)
    assert [card.product_id for card in cards] == [sold_out.pk, kept.pk]
    assert not cards[0].in_stock
