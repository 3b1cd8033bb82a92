"""The real index, on committed rows."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from benchmarks.drawn_shop import DIMENSION, DrawnShop
from catalog.filters import ProductFilters
from recommendations import tasks
from recommendations.models import Encoder
from recommendations.selectors import nearest, vector_query, vector_search
from recommendations.services.vector_index import drop_orphans, ensure_index, index_name
from tests.retrieval.gallery import axis, make_encoder, make_look

pytestmark = pytest.mark.django_db(transaction=True)
PRODUCTS = 1200


@pytest.fixture
def shop() -> DrawnShop:
    return DrawnShop(PRODUCTS)


@pytest.fixture
def drawn(shop: DrawnShop, transactional_db: None) -> Encoder:
    return shop.store()


@pytest.fixture
def indexed(drawn: Encoder) -> Iterator[Encoder]:
    assert ensure_index(encoder=drawn)
    yield drawn
    drop(drawn)


@pytest.fixture
def bare(transactional_db: None) -> Iterator[Encoder]:
    """An encoder without rows, whose index costs nothing."""
    encoder = make_encoder()
    yield encoder
    drop(encoder)


def drop(encoder: Encoder) -> None:
    execute(f"DROP INDEX IF EXISTS {index_name(encoder)}")


def execute(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def state_of(encoder: Encoder) -> list[tuple[object, ...]]:
    """[(valid, oid)], or nothing."""
    return execute(
        "SELECT indisvalid, indexrelid FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
        f" WHERE relname = '{index_name(encoder)}'"
    )


def plan_of(encoder: Encoder, query: np.ndarray, filters: ProductFilters) -> str:
    """How PostgreSQL would run the very statement that answers `nearest`."""
    with CaptureQueriesContext(connection) as captured:
        nearest(query, filters=filters, limit=12, encoder=encoder)
    *_, message = [entry["sql"] for entry in captured.captured_queries if "<=>" in entry["sql"]]
    _settings, statement = message.split(";", 1)
    with transaction.atomic():
        vector_query.configure_scans()
        return "\n".join(str(row[0]) for row in execute("EXPLAIN " + statement.replace("%", "%%")))


def test_nearest_goes_through_the_encoders_index(transactional_db: None) -> None:
    shop = DrawnShop(4 * PRODUCTS)
    encoder = shop.store()
    ensure_index(encoder=encoder)
    for filters in (ProductFilters(), ProductFilters(in_stock=True, genders=("women", "men"))):
        plan = plan_of(encoder, shop.vectors[5], filters)
        assert f"Index Scan using {index_name(encoder)}" in plan
    drop(encoder)


def test_the_planner_knows_a_new_encoders_rows(transactional_db: None) -> None:
    encoder = make_encoder()
    for step in range(3):
        make_look(encoder, axis(step))
    ensure_index(encoder=encoder)
    counted = execute(
        "SELECT most_common_vals::text FROM pg_stats"
        " WHERE tablename = 'recommendations_imageembedding' AND attname = 'encoder_id'"
    )
    assert counted == [(f"{{{encoder.pk}}}",)]
    drop(encoder)


def test_that_many_match_is_counted_once_for_a_while(
    indexed: Encoder, shop: DrawnShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            nearest(shop.vectors[5], filters=ProductFilters(in_stock=True), limit=12, encoder=indexed)
        return len(captured)

    monkeypatch.setattr(vector_search, "EXACT_AT_LEAST", 1)
    assert (statements(), statements()) == (2, 1)
    monkeypatch.setattr(vector_search, "_MANY_SECONDS", 0.0)
    vector_search._MANY.clear()
    assert (statements(), statements()) == (2, 2)


def test_few_matching_products_are_compared_one_by_one(indexed: Encoder, shop: DrawnShop) -> None:
    plan = plan_of(indexed, shop.vectors[5], ProductFilters(types=("type 3",)))
    assert index_name(indexed) not in plan


def test_a_rare_price_is_found_by_its_index_and_its_pictures_by_theirs(
    drawn: Encoder, shop: DrawnShop
) -> None:
    plan = plan_of(drawn, shop.vectors[5], ProductFilters(price_max=520))
    assert "Index Only Scan using variant_by_price" in plan
    assert "Index Only Scan using image_of_product" in plan


def test_the_index_finds_what_a_comparison_of_all_finds(
    indexed: Encoder, shop: DrawnShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    filters, queries = ProductFilters(in_stock=True), shop.vectors[:2000:100]

    def answers() -> list[set[int]]:
        found = [nearest(query, filters=filters, limit=12, encoder=indexed) for query in queries]
        return [{match.product_id for match in matches} for matches in found]

    by_index = answers()
    monkeypatch.setattr(vector_search, "EXACT_AT_LEAST", 10**9)
    shares = [len(a & b) / 12 for a, b in zip(by_index, answers(), strict=True)]
    assert np.mean(shares) > 0.9


def test_a_scan_that_breaks_off_is_made_whole(
    indexed: Encoder, shop: DrawnShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rare filter on the far side of the gallery, and an index that gives up early."""
    monkeypatch.setattr(vector_search, "EXACT_AT_LEAST", -1)
    monkeypatch.setattr(vector_query, "EXACT_SHARE", 0.0)
    monkeypatch.setattr(vector_query, "EF_SEARCH", 1)
    monkeypatch.setattr(vector_query, "LARGEST_SCAN", 1)
    filters = ProductFilters(types=(f"type {(shop.types[0] + 1) % 50}",))
    matching = int((shop.types == (shop.types[0] + 1) % 50)[np.arange(PRODUCTS) % 50 != 0].sum())
    assert len(nearest(shop.vectors[0], filters=filters, limit=100, encoder=indexed)) == matching


def test_a_filter_against_the_query_is_not_looked_for_in_the_index(
    indexed: Encoder, shop: DrawnShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All types but the query's own: the nearest are all of that one."""
    monkeypatch.setattr(vector_search, "EXACT_AT_LEAST", -1)
    monkeypatch.setattr(vector_query, "EXACT_SHARE", 0.0)
    monkeypatch.setattr(vector_query, "EF_SEARCH", 10)
    filters = ProductFilters(types=tuple(f"type {kind}" for kind in range(50) if kind != shop.types[5]))
    with CaptureQueriesContext(connection) as captured:
        found = nearest(shop.vectors[10], filters=filters, limit=12, encoder=indexed)
    assert len(captured) == 3  # if few match all of them, the nearest of the index, all
    monkeypatch.setattr(vector_search, "EXACT_AT_LEAST", 10**9)
    assert found == nearest(shop.vectors[10], filters=filters, limit=12, encoder=indexed)


def test_ensuring_twice_builds_once(bare: Encoder) -> None:
    assert ensure_index(encoder=bare)
    before = state_of(bare)
    assert ensure_index(encoder=bare)
    assert state_of(bare) == before != []


def test_the_leftover_of_a_broken_build_is_replaced(bare: Encoder) -> None:
    ensure_index(encoder=bare)
    (before,) = state_of(bare)
    execute(f"UPDATE pg_index SET indisvalid = false WHERE indexrelid = {before[1]}")
    assert ensure_index(encoder=bare)
    ((valid, oid),) = state_of(bare)
    assert valid
    assert oid != before[1]


def test_two_builders_do_not_build_twice(bare: Encoder) -> None:
    results: list[bool] = []
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [index_name(bare)])
        builder = threading.Thread(target=lambda: results.append(build_and_leave(bare)))
        builder.start()
        builder.join(timeout=60)
    other.close()
    assert results == [False]
    assert state_of(bare) == []


def build_and_leave(encoder: Encoder) -> bool:
    try:
        return ensure_index(encoder=encoder)
    finally:
        connection.close()


def test_each_encoder_has_its_own(bare: Encoder) -> None:
    other = make_encoder("other", dimension=3)
    ensure_index(encoder=bare)
    ensure_index(encoder=other)
    ((definition,),) = execute(f"SELECT indexdef FROM pg_indexes WHERE indexname = '{index_name(other)}'")
    drop(other)
    assert "halfvec(3)" in str(definition)
    assert f"WHERE (encoder_id = {other.pk})" in str(definition)


def test_the_index_of_a_deleted_encoder_goes_too(bare: Encoder) -> None:
    other = make_encoder("other", dimension=3)
    for encoder in (bare, other):
        ensure_index(encoder=encoder)
    name = index_name(other)
    other.delete()
    drop_orphans()
    assert state_of(bare)
    assert execute(f"SELECT 1 FROM pg_indexes WHERE indexname = '{name}'") == []


def test_the_sweep_builds_it_once_there_is_something_to_build_from(
    drawn: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recommendations.querysets.EncoderQuerySet.to_fill", lambda self: [drawn])
    tasks.sweep_embedding_gaps()
    assert state_of(drawn)
    drop(drawn)


def test_the_sweep_builds_none_of_an_empty_gallery(bare: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recommendations.querysets.EncoderQuerySet.to_fill", lambda self: [bare])
    tasks.sweep_embedding_gaps()
    assert state_of(bare) == []


def test_drawn_vectors_are_what_the_test_thinks(shop: DrawnShop) -> None:
    assert shop.vectors.shape == (2 * PRODUCTS, DIMENSION)
