"""Every change of stock is a row, whoever makes it."""

import pytest
from django.db import IntegrityError, connection, transaction

from catalog.models import Variant
from shop.models import MovementKind, StockMovement
from tests.factories import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def shirt() -> Variant:
    """Five in stock."""
    return make_product(title="Linen shirt", stock=5, images=0).variants.get()


def movements(variant: Variant) -> list[tuple[str, int, int]]:
    rows = StockMovement.objects.filter(variant=variant).order_by("id")
    return list(rows.values_list("kind", "delta", "balance"))


def total(variant: Variant) -> int:
    return sum(StockMovement.objects.filter(variant=variant).values_list("delta", flat=True))


def test_a_new_variants_stock_is_received(shirt: Variant) -> None:
    assert movements(shirt) == [("received", 5, 5)]


def test_a_variant_without_stock_begins_with_nothing() -> None:
    assert movements(make_product(stock=0, images=0).variants.get()) == []


def test_an_edit_is_written_down_as_a_correction(shirt: Variant) -> None:
    shirt.stock = 3
    shirt.save()
    Variant.objects.filter(pk=shirt.pk).update(stock=9)
    assert movements(shirt)[1:] == [("corrected", -2, 3), ("corrected", 6, 9)]
    assert total(shirt) == 9


def test_other_edits_are_no_movements(shirt: Variant) -> None:
    shirt.price_minor = 1
    shirt.save()
    assert len(movements(shirt)) == 1


def test_a_movement_moves_the_stock_and_is_written_once(shirt: Variant) -> None:
    StockMovement.objects.create(variant=shirt, kind=MovementKind.CORRECTED, delta=-2)
    shirt.refresh_from_db()
    assert shirt.stock == 3
    assert movements(shirt) == [("received", 5, 5), ("corrected", -2, 3)]


def test_no_movement_takes_more_than_there_is(shirt: Variant) -> None:
    with pytest.raises(IntegrityError, match="variant_stock_not_negative"), transaction.atomic():
        StockMovement.objects.create(variant=shirt, kind=MovementKind.CORRECTED, delta=-6)
    assert total(shirt) == 5


@pytest.mark.parametrize(
    "change", ["UPDATE shop_stockmovement SET delta = 1", "DELETE FROM shop_stockmovement"]
)
def test_rows_are_never_changed_or_deleted(shirt: Variant, change: str) -> None:
    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def test_the_ledger_outlives_its_variant(shirt: Variant) -> None:
    sku = shirt.sku
    shirt.product.delete()
    assert StockMovement.objects.get(sku=sku).variant is None
