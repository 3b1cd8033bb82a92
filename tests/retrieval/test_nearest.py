import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.filters import ProductFilters
from catalog.models import Product, Variant
from recommendations.models import Encoder
from recommendations.selectors import nearest
from tests.retrieval.gallery import (
    DIMENSION,
    add_image,
    add_vector,
    axis,
    between,
    make_encoder,
    make_look,
)

ALL = ProductFilters()
pytestmark = pytest.mark.usefixtures("each_way")


def found(encoder: Encoder, filters: ProductFilters = ALL, limit: int = 10) -> list[int]:
    return [match.product_id for match in nearest(axis(0), filters=filters, limit=limit, encoder=encoder)]


def make_row(encoder: Encoder, count: int) -> list[int]:
    """Products ever less like axis 0."""
    return [make_look(encoder, between(0, 1, step / 10)).pk for step in range(count)]


def test_best_first_with_its_similarity(encoder: Encoder) -> None:
    far, near = make_look(encoder, between(0, 1, 0.5)), make_look(encoder, axis(0))
    first, second = nearest(axis(0), filters=ALL, limit=10, encoder=encoder)
    assert (first.product_id, second.product_id) == (near.pk, far.pk)
    assert first.similarity == pytest.approx(1, abs=1e-3)
    assert second.similarity == pytest.approx(2**-0.5, abs=1e-3)
    assert first.image_id == near.images.get().pk


def test_one_match_a_product_by_its_best_image(encoder: Encoder) -> None:
    product = make_look(encoder, axis(3), axis(0), between(0, 1, 0.5))
    (match,) = nearest(axis(0), filters=ALL, limit=10, encoder=encoder)
    assert match.image_id == product.images.get(position=1).pk


def test_many_images_of_one_product_leave_room_for_others(encoder: Encoder) -> None:
    many = make_look(encoder, *[between(0, 1, step / 1000) for step in range(40)])
    others = [make_look(encoder, between(0, 1, 0.3 + step / 10)).pk for step in range(3)]
    assert found(encoder, limit=4) == [many.pk, *others]


def test_unpublished_products_never_appear(encoder: Encoder) -> None:
    hidden, shown = make_look(encoder, axis(0), is_published=False), make_look(encoder, axis(1))
    assert found(encoder) == [shown.pk]
    Product.objects.filter(pk=shown.pk).update(is_published=False)
    assert found(encoder) == []
    Product.objects.filter(pk=hidden.pk).update(is_published=True)
    assert found(encoder) == [hidden.pk]


def test_sold_out_products_appear_only_when_nobody_minds(encoder: Encoder) -> None:
    sold_out, in_stock = make_look(encoder, axis(0), stock=0), make_look(encoder, axis(1))
    assert found(encoder) == [sold_out.pk, in_stock.pk]
    assert found(encoder, ProductFilters(in_stock=True)) == [in_stock.pk]
    Variant.objects.filter(product=in_stock).update(stock=0)
    assert found(encoder, ProductFilters(in_stock=True)) == []


def test_excluded_products_make_room(encoder: Encoder) -> None:
    ids = make_row(encoder, 4)
    assert found(encoder, ProductFilters(exclude_product_ids=tuple(ids[:2])), limit=2) == ids[2:]


@pytest.mark.parametrize(("limit", "count"), [(-1, 0), (0, 0), (1, 1), (3, 3), (5, 5), (6, 5), (10**6, 5)])
def test_as_many_as_there_are(encoder: Encoder, limit: int, count: int) -> None:
    ids = make_row(encoder, 5)
    assert found(encoder, limit=limit) == ids[:count]


def test_equals_stand_in_the_order_of_ids(encoder: Encoder) -> None:
    ids = [make_look(encoder, axis(0)).pk for _ in range(5)]
    assert found(encoder) == sorted(ids)


def test_equals_stand_in_the_order_of_ids_where_their_images_do_not(encoder: Encoder) -> None:
    looks = [make_look(encoder) for _ in range(6)]
    for look in reversed(looks):
        add_image(look, encoder, axis(0))
    assert found(encoder, limit=1) == [looks[0].pk]


def test_equal_images_of_one_product_give_the_first(encoder: Encoder) -> None:
    product = make_look(encoder, axis(0), axis(0))
    (match,) = nearest(axis(0), filters=ALL, limit=1, encoder=encoder)
    assert match.image_id == min(product.images.values_list("pk", flat=True))


def test_images_without_a_vector_are_passed_over(encoder: Encoder) -> None:
    add_image(make_look(encoder), encoder, None)
    whole = make_look(encoder, axis(1))
    add_image(whole, encoder, None, position=1)
    assert found(encoder) == [whole.pk]


def test_encoders_never_mix(encoder: Encoder) -> None:
    other = make_encoder("other")
    mine, theirs = make_look(encoder, axis(0)), make_look(other, axis(0))
    both = make_look(encoder, axis(1))
    add_vector(both.images.get(), other, axis(0))
    assert found(encoder) == [mine.pk, both.pk]
    assert found(other) == [theirs.pk, both.pk]


def test_encoders_of_other_dimensions_stand_beside(encoder: Encoder) -> None:
    wide = make_encoder("wide", dimension=32)
    look = make_look(encoder, axis(0))
    add_vector(look.images.get(), wide, [1.0] * 32)
    assert found(encoder) == [look.pk]
    assert [m.product_id for m in nearest([1.0] * 32, filters=ALL, limit=3, encoder=wide)] == [look.pk]


@pytest.mark.parametrize(
    "vector",
    [
        [1.0] * (DIMENSION - 1),
        [1.0] * (DIMENSION + 1),
        [float("nan")] * DIMENSION,
        [[1.0] * DIMENSION],
        [0.0] * DIMENSION,
    ],
)
def test_refuses_what_is_no_query_of_the_encoder(encoder: Encoder, vector: list[float]) -> None:
    with pytest.raises(ValueError, match=f"{DIMENSION} finite numbers"):
        nearest(vector, filters=ALL, limit=1, encoder=encoder)


def test_takes_arrays_and_stored_vectors(encoder: Encoder) -> None:
    look = make_look(encoder, axis(0))
    stored = look.images.get().embeddings.get().vector
    for vector in (np.array(axis(0), np.float32), tuple(axis(0)), stored):
        (match,) = nearest(vector, filters=ALL, limit=1, encoder=encoder)
        assert match.product_id == look.pk


def test_queries_do_not_grow_with_the_gallery(encoder: Encoder) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            found(encoder, ProductFilters(in_stock=True), limit=3)
        return len(captured)

    make_row(encoder, 5)
    queries()
    before = queries()
    make_row(encoder, 5)
    assert queries() == before <= 2


def test_leaves_no_setting_behind(encoder: Encoder, transactional_db: None) -> None:
    before = shown("jit")
    make_look(encoder, axis(0))
    assert found(encoder)
    assert (shown("jit"), shown("hnsw.iterative_scan")) == (before, "off")


def shown(setting: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {setting}")
        return str(cursor.fetchone()[0])
