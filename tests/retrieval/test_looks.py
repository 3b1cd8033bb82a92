"""From what was found by sight to the row that is shown."""

from datetime import UTC, datetime

import numpy as np
import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from catalog.filters import ProductFilters
from catalog.models import Product
from recommendations.models import Encoder, MerchandisingRule
from recommendations.selectors.facts import facts_of
from recommendations.selectors.looks import looks_like
from recommendations.selectors.matches import Match
from tests.factories import make_variant
from tests.retrieval.gallery import axis, between, make_look

NOW = datetime(2030, 1, 1, tzinfo=UTC)
IN_STOCK = ProductFilters(in_stock=True)


@pytest.fixture
def active(encoder: Encoder) -> Encoder:
    Encoder.objects.filter(pk=encoder.pk).update(is_active=True)
    return encoder


def looks(product: Product, limit: int = 12, *rules: MerchandisingRule) -> list[int]:
    found = looks_like(product=product, filters=IN_STOCK, limit=limit, now=NOW, rules=rules)
    return [look.facts.product_id for look in found.products]


def test_a_family_instead_of_copies(active: Encoder) -> None:
    product = make_look(active, axis(0), title="Shirt")
    sizes = [make_look(active, between(0, 1, 0.1), title="Linen shirt").pk for _ in range(3)]
    others = [make_look(active, between(0, 2 + n, 0.3), title=f"Shirt {n}").pk for n in range(3)]
    row = looks(product)
    assert set(row) - set(sizes) == set(others)
    assert len(row) == len(others) + 1


def test_the_type_comes_first_where_looks_are_close(active: Encoder) -> None:
    product = make_look(active, axis(0), title="Shirt")
    shoe = make_look(active, between(0, 1, 0.2), title="Shoe", product_type="Shoe").pk
    shirt = make_look(active, between(0, 2, 0.25), title="Other shirt").pk
    assert looks(product) == [shirt, shoe]
    with override_settings(VITRINE_RANKING={"type": 0.0}):
        assert looks(product) == [shoe, shirt]


def test_the_merchants_wishes(active: Encoder) -> None:
    product = make_look(active, axis(0), title="Shirt")
    rows = [make_look(active, between(0, 1 + n, 0.2 + n / 20), title=f"Shirt {n}").pk for n in range(4)]
    assert looks(product)[0] == rows[0]
    hide = MerchandisingRule(kind="hide", product_id=rows[0])
    pin = MerchandisingRule(kind="pin", product_id=rows[3], for_product=product, position=2)
    assert looks(product, 12, hide, pin) == [rows[1], rows[3], rows[2]]


@pytest.mark.parametrize("limit", [-1, 0, 10**6])
def test_odd_limits(active: Encoder, limit: int) -> None:
    product = make_look(active, axis(0))
    make_look(active, axis(1))
    assert len(looks(product, limit)) == (1 if limit > 0 else 0)


def test_without_vectors_there_are_none(active: Encoder) -> None:
    make_look(active, axis(0))
    assert looks(make_look(active)) == []


def test_what_is_known_of_them(active: Encoder) -> None:
    product = make_look(active, axis(0), colours=["Red", "Blue"], price_minor=3000, stock=2, gender="men")
    make_variant(product, colour="", price_minor=1500, stock=0)
    bare = make_look(active, [3, 0, 0, 4, 0, 0], colours=[])
    matches = [Match(one.pk, one.images.get().pk, 0.5) for one in (bare, product)]
    (nothing, facts), wanted = facts_of(matches, encoder=active, now=NOW, like=product.pk)
    assert (facts.colours, facts.price, facts.stock) == (frozenset({"Red", "Blue"}), 1500, 4)
    assert (wanted.colours, wanted.price, wanted.gender) == (facts.colours, 1500, "men")
    assert (nothing.colours, nothing.price, nothing.stock) == (frozenset(), None, 0)
    assert nothing.age_days > 0
    assert np.allclose(nothing.vector, [0.6, 0, 0, 0.8, 0, 0], atol=1e-3)


def test_queries_do_not_grow(active: Encoder) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            looks(product)
        return len(captured)

    product = make_look(active, axis(0))
    for number in range(9):
        make_look(active, between(0, 1, number / 20), title=f"{number}")
    before = queries()
    for number in range(20):
        make_look(active, between(0, 2, number / 40), title=f"other {number}")
    assert queries() == before <= 9
