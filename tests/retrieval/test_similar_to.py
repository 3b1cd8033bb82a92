from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.filters import ProductFilters
from catalog.models import Gender, Product
from recommendations.models import Encoder
from recommendations.selectors import active_encoder, similar_to
from recommendations.selectors.similar import LEAST, VIEWS
from tests.retrieval.gallery import Vector, add_image, make_look

EVERYTHING = ProductFilters()


@pytest.fixture
def active(encoder: Encoder) -> Encoder:
    """The given vectors' encoder, as the one that the shop searches with."""
    Encoder.objects.filter(pk=encoder.pk).update(is_active=True)
    assert active_encoder() == encoder
    return encoder


def axis(number: int) -> list[float]:
    return [1.0 if place == number else 0.1 for place in range(6)]


def looks(active: Encoder, count: int, vector: Vector, **fields: Any) -> list[int]:
    return [make_look(active, vector, **fields).pk for _ in range(count)]


def similar(product: Product, filters: ProductFilters | None = None, limit: int = 12) -> list[int]:
    matches = (
        similar_to(product=product, limit=limit)
        if filters is None
        else similar_to(product=product, filters=filters, limit=limit)
    )
    return [match.product_id for match in matches]


def test_others_best_first_and_never_itself(active: Encoder) -> None:
    product = make_look(active, axis(0))
    far, near = make_look(active, axis(3)), make_look(active, axis(0))
    assert similar(product) == [near.pk, far.pk]


def test_only_what_can_be_bought(active: Encoder) -> None:
    product = make_look(active, axis(0), stock=0)
    looks(active, 1, axis(0), stock=0)
    looks(active, 1, axis(0), is_published=False)
    in_stock = looks(active, 2, axis(1))
    assert similar(product) == in_stock


def test_sold_out_ones_when_asked_for(active: Encoder) -> None:
    product = make_look(active, axis(0))
    sold_out = looks(active, 1, axis(0), stock=0)
    assert similar(product, EVERYTHING) == sold_out


@pytest.mark.usefixtures("each_way")
def test_every_view_of_the_product_counts(active: Encoder) -> None:
    product = make_look(active, axis(0), axis(4))
    like_neither, a_little_like_the_front = make_look(active, axis(2)), make_look(active, [1, 1, 0, 0, 0, 0])
    like_the_back = make_look(active, axis(4))
    like_both = make_look(active, axis(4), axis(0))
    expected = [like_the_back.pk, like_both.pk, a_little_like_the_front.pk, like_neither.pk]
    assert similar(product, limit=4) == expected


@pytest.mark.usefixtures("each_way")
def test_many_views_cost_no_more_than_a_few(active: Encoder) -> None:
    def with_views(count: int) -> int:
        product = make_look(active, *[axis(0)] * count)
        try:
            return queries(product)
        finally:
            product.delete()

    looks(active, LEAST, axis(0))
    with_views(1)  # what the first search counts, the next ones know
    assert with_views(VIEWS) == with_views(VIEWS + 5)


def test_without_a_vector_there_is_nothing_to_search_with(active: Encoder) -> None:
    product = make_look(active)
    add_image(product, active, None)
    looks(active, 3, axis(0))
    assert similar(product) == []


@pytest.mark.parametrize(
    ("gender", "first", "then"),
    [
        (Gender.MEN, {Gender.MEN, Gender.UNISEX}, {Gender.WOMEN}),
        (Gender.WOMEN, {Gender.WOMEN, Gender.UNISEX}, {Gender.MEN}),
        (Gender.UNISEX, {Gender.MEN, Gender.WOMEN, Gender.UNISEX}, {Gender.GIRLS, Gender.BOYS}),
        (Gender.GIRLS, {Gender.GIRLS, Gender.UNISEX}, {Gender.BOYS}),
        (Gender.BOYS, {Gender.BOYS, Gender.UNISEX}, {Gender.GIRLS}),
    ],
)
def test_departments_are_not_mixed(
    active: Encoder, gender: Gender, first: set[Gender], then: set[Gender]
) -> None:
    product = make_look(active, axis(0), gender=gender)
    for number, other in enumerate(Gender):
        looks(active, LEAST, axis(0) if other != gender else axis(1 + number), gender=other)
    seen = Product.objects.filter(pk__in=similar(product, limit=LEAST)).values_list("gender", flat=True)
    assert set(seen) <= first
    assert not set(seen) & then


def test_rather_another_department_than_a_short_row(active: Encoder) -> None:
    product = make_look(active, axis(0), gender=Gender.MEN)
    men = looks(active, 2, axis(3), gender=Gender.MEN)
    women = looks(active, 3, axis(1), gender=Gender.WOMEN)
    girls = looks(active, 9, axis(0), gender=Gender.GIRLS)
    found = similar(product)
    assert len(found) == LEAST
    assert found[:5] == [*men, *women]
    assert set(found[5:]) < set(girls)


def test_a_full_row_is_not_filled_further_from_elsewhere(active: Encoder) -> None:
    product = make_look(active, axis(0), gender=Gender.MEN)
    men = looks(active, LEAST + 1, axis(3), gender=Gender.MEN)
    looks(active, 5, axis(0), gender=Gender.WOMEN)
    assert similar(product) == men


def test_genders_that_are_asked_for_are_kept_to(active: Encoder) -> None:
    product = make_look(active, axis(0), gender=Gender.MEN)
    looks(active, 3, axis(0), gender=Gender.MEN)
    women = looks(active, 2, axis(1), gender=Gender.WOMEN)
    assert similar(product, ProductFilters(genders=(Gender.WOMEN,))) == women


def test_other_filters_hold_in_every_department(active: Encoder) -> None:
    product = make_look(active, axis(0), gender=Gender.MEN)
    looks(active, 3, axis(0), gender=Gender.WOMEN, product_type="Bag")
    shoes = looks(active, 2, axis(2), gender=Gender.WOMEN, product_type="Shoe")
    assert similar(product, ProductFilters(types=("Shoe",))) == shoes


def test_excluded_products_stay_out(active: Encoder) -> None:
    product = make_look(active, axis(0))
    first, second = looks(active, 2, axis(0))
    assert similar(product, ProductFilters(exclude_product_ids=(first,))) == [second]


@pytest.mark.parametrize("limit", [0, 1, 3, 10**6])
def test_no_more_than_asked_for(active: Encoder, limit: int) -> None:
    product = make_look(active, axis(0))
    looks(active, 10, axis(0))
    assert len(similar(product, limit=limit)) == min(limit, 10)


def test_queries_do_not_grow_with_the_gallery(active: Encoder) -> None:
    product = make_look(active, axis(0))
    looks(active, LEAST, axis(0))
    before = queries(product)
    looks(active, LEAST, axis(0))
    assert queries(product) == before <= 7


def queries(product: Product) -> int:
    with CaptureQueriesContext(connection) as captured:
        similar_to(product=product)
    return len(captured)
