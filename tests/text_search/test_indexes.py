"""Over a few thousand products every look-up of a search goes through an index, whatever is searched for."""

from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from catalog.models import Product, SearchWord, Variant
from catalog.selectors import suggestions, text_search
from catalog.selectors.vocabulary import nearest_words, product_counts
from tests.emptying import empty_tables
from tests.factories import make_category

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("large_shop")]

PRODUCTS = 3000
SYLLABLES = ("ba", "ko", "ri", "ta", "mu", "le", "so", "ne", "fi", "ga", "do", "pu")


def word(number: int) -> str:
    base = len(SYLLABLES)
    return "".join(SYLLABLES[number // base**place % base] for place in range(3))


@pytest.fixture(scope="module")
def large_shop(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Filled once, for every test of this file: each undoes what it changes."""
    with django_db_blocker.unblock():
        fill()
        yield
        with connection.cursor() as cursor:
            empty_tables(cursor)
            cursor.execute("VACUUM ANALYZE")  # the planner forgets how many there were
        connection.close()


def fill() -> None:
    category = make_category(name="Goods")
    products = Product.objects.bulk_create(
        Product(
            title=f"{word(number)} {word(number * 7)} shirt",
            slug=f"shirt-{number}",
            category=category,
            product_type="Shirt",
            description=" ".join(word(number * factor) for factor in range(3, 30)),
        )
        for number in range(PRODUCTS)
    )
    Variant.objects.bulk_create(
        Variant(product=product, sku=f"sku-{product.pk}", price_minor=1999, stock=product.pk % 3)
        for product in products
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plans(read: Callable[[], object]) -> list[str]:
    """How PostgreSQL runs each of the statements of `read`."""
    with CaptureQueriesContext(connection) as captured:
        read()
    found = []
    with connection.cursor() as cursor:
        for query in captured.captured_queries:
            cursor.execute("EXPLAIN " + query["sql"].replace("%", "%%"), ())
            found.append("\n".join(row[0] for row in cursor.fetchall()))
    return found


@pytest.mark.parametrize("text", ["zebra", "Zebra's T-shirt", "zebra striped shirts"])
def test_words(text: str) -> None:
    Product.objects.filter(slug="shirt-7").update(title="Zebra t-shirt", description="Striped.")
    for plan in plans(lambda: list(text_search(text=text).products[:24])):
        assert "search_vector" in plan
        assert "Seq Scan on catalog_searchdocument" not in plan


def test_korean() -> None:
    (first, *_) = plans(lambda: text_search(text="여름리넨셔츠"))
    assert "search_vector" in first
    assert "Seq Scan" not in first


def test_words_that_nothing_has() -> None:
    queries = ["'qwzx'", "'shirt' | 'qwzx'", "'ba':*"]
    (plan,) = plans(lambda: product_counts(queries=queries))
    assert "search_vector" in plan
    assert "Seq Scan" not in plan


def test_the_nearest_words() -> None:
    assert SearchWord.objects.count() > 1000
    (plan,) = plans(lambda: nearest_words(words=["bakboa", "shrit"]))
    assert "search_word_nearest" in plan
    assert "Seq Scan" not in plan


def test_suggestions() -> None:
    Product.objects.filter(slug="shirt-7").update(title="Zebra t-shirt", description="Striped.")
    reads = plans(lambda: suggestions(text="zebr"))
    assert not [plan for plan in reads if "Seq Scan on catalog_search" in plan]


def test_a_slip_among_thousands_of_words() -> None:
    Product.objects.filter(slug="shirt-7").update(title="Trousers", product_type="Trousers")
    assert [product.slug for product in text_search(text="trosuers").products] == ["shirt-7"]
