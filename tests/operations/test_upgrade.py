"""A backup of an earlier version is brought to this one by `restore`, with the migrations of an upgrade.

`older/` is what `manage.py backup` of commit 5444c8f made of a shop with two orders, one of them paid and
partly paid back, a customer with a cart, and four vectors, one of them of zeros, which nothing refused then.
"""

import io
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from catalog.models import Product
from recommendations.models import EmbeddingState, ImageEmbedding
from shop.models import CartLine, Order, Payment

OLDER = Path(__file__).parent / "older"
_SCHEMA = """
    SELECT table_name, column_name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '')
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) || convalidated
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger
    WHERE NOT tgisinternal
"""


def _schema() -> set[tuple[str, ...]]:
    """Columns, constraints, indexes and triggers; of vector indexes, which belong to rows, none.

    Without casts and brackets, which a dump writes in another way than whoever wrote them first.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SCHEMA)
        rows = [row for row in cursor.fetchall() if not row[1].startswith("embedding_hnsw_")]
    return {(*names, re.sub(r"::(text|character varying)(\[\])?|[()]", "", said)) for *names, said in rows}


@pytest.fixture
def upgraded(transactional_db: None, settings: Settings, tmp_path: Path) -> str:
    """What `restore` said."""
    settings.MEDIA_ROOT = tmp_path
    output = io.StringIO()
    call_command("restore", OLDER, "--yes", stdout=output)
    return output.getvalue()


def test_the_schema_is_as_if_it_had_always_been(
    request: pytest.FixtureRequest, transactional_db: None
) -> None:
    of_a_new_shop = _schema()
    request.getfixturevalue("upgraded")
    assert _schema() == of_a_new_shop


def test_what_was_there_is_there(upgraded: str) -> None:
    assert "2 orders are back, 4 pictures were put back" in upgraded
    assert "rules hold" in upgraded
    paid, invoiced = Order.objects.order_by("pk")
    assert (paid.customer, paid.state, invoiced.state) == (User.objects.get(), "paid", "placed")
    assert Payment.objects.get(order=paid).refunded_minor == 500
    assert CartLine.objects.get().cart.customer == paid.customer
    assert [product.weight_grams for product in Product.objects.all()] == [None, None]


def test_a_vector_of_zeros_is_to_be_made_again(upgraded: str) -> None:
    states = ImageEmbedding.objects.values_list("state", flat=True)
    assert sorted(states) == [EmbeddingState.PENDING, *[EmbeddingState.READY] * 3]
