"""Price, stock, category and publication of many products in one transaction, and its undoing.

Rows are locked products first and variants in the order of their keys, as imports and orders do.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import BulkEdit, Product, Variant
from ..money import Money
from ..querysets import ProductQuerySet
from .bulk_columns import COLUMNS, OF_VARIANTS

HIGHEST_PRICE: Final = 1_000_000_000
"""In major units."""
HIGHEST_STOCK: Final = 1_000_000
Row = Sequence[int]
"""Key of the variant or product, before, after."""


class BulkEditError(ValueError):
    """A change that cannot be made of all of them. `str()` is a translated sentence; nothing was changed."""


@dataclass(frozen=True, kw_only=True)
class BulkChange:
    """What is None stays as it is. `price` in major units, `price_percent` and `stock_by` up or down."""

    price: Decimal | None = None
    price_percent: Decimal | None = None
    stock: int | None = None
    stock_by: int | None = None
    category_id: int | None = None
    published: bool | None = None


@dataclass(frozen=True)
class Undone:
    """How many values are as they were, and how many stay since somebody has changed them again."""

    back: int
    kept: int


@transaction.atomic
def bulk_edit(
    *, products: ProductQuerySet, expected: int, change: BulkChange, summary: str, actor: str, now: datetime
) -> BulkEdit:
    """Changes all of `products`. Raises BulkEditError, also when these are not as many as `expected`."""
    chosen = Product.objects.filter(pk__in=products.order_by().values("pk"))
    locked = list(chosen.select_for_update().order_by("pk"))
    if len(locked) != expected:
        said = _("These are %(count)d products by now. Look at the number again before you go on.")
        raise BulkEditError(said % {"count": len(locked)})
    variants = list(Variant.objects.filter(product__in=locked).select_for_update().order_by("pk"))
    rows: dict[str, list[tuple[int, int, int | None]]] = {
        "category": [(item.pk, item.category_id, change.category_id) for item in locked],
        "published": [(item.pk, int(item.is_published), change.published) for item in locked],
        "price": [(item.pk, item.price_minor, _price(item, change)) for item in variants],
        "stock": [(item.pk, item.stock, _stock(item, change)) for item in variants],
    }
    changed = {name: _changes(values) for name, values in rows.items()}
    for name, values in changed.items():
        COLUMNS[name].write((key, after) for key, _before, after in values)
    Product.objects.filter(pk__in=[product.pk for product in locked]).update(updated_at=now)
    kept = {name: values for name, values in changed.items() if values}
    return BulkEdit.objects.create(actor=actor, at=now, summary=summary, products=len(locked), rows=kept)


@transaction.atomic
def undo_bulk_edit(*, edit_id: int, now: datetime) -> Undone:
    """Puts back what nobody has changed since, and takes from the stock what was added to it.

    Undoing twice is undoing once.
    """
    edit = BulkEdit.objects.select_for_update().get(pk=edit_id)
    if edit.undone_at:
        return Undone(0, 0)
    _lock(edit.rows)
    values = {name: list(_back(name, rows)) for name, rows in edit.rows.items()}
    for name, pairs in values.items():
        COLUMNS[name].write(pairs)
    Product.objects.filter(pk__in=_products(edit.rows)).update(updated_at=now)
    edit.undone_at = now
    edit.save(update_fields=["undone_at"])
    back = sum(map(len, values.values()))
    return Undone(back, sum(map(len, edit.rows.values())) - back)


def _changes(rows: Iterable[tuple[int, int, int | None]]) -> list[Row]:
    return [(key, before, int(after)) for key, before, after in rows if after is not None and after != before]


def _price(variant: Variant, change: BulkChange) -> int | None:
    if change.price is not None:
        try:
            return Money.of(change.price, variant.currency).minor
        except ValueError as error:
            said = _("%(currency)s has no such small coins as %(price)s needs.")
            raise BulkEditError(said % {"currency": variant.currency, "price": change.price}) from error
    if change.price_percent is None:
        return None
    minor = variant.price_minor * (100 + change.price_percent) / 100
    price = Money(int(minor.quantize(Decimal(1), ROUND_HALF_UP)), variant.currency)
    if price.amount > HIGHEST_PRICE:
        raise BulkEditError(_("%(sku)s would cost %(price)s.") % {"sku": variant.sku, "price": price})
    return price.minor


def _stock(variant: Variant, change: BulkChange) -> int | None:
    if change.stock_by is None:
        return change.stock
    return min(HIGHEST_STOCK, max(0, variant.stock + change.stock_by))


def _back(name: str, rows: Collection[Row]) -> Iterable[tuple[int, int]]:
    """What to write: the value before, or of the stock what there would be had nothing been added."""
    current = COLUMNS[name].read([key for key, _before, _after in rows])
    undone: Callable[[int, int, int], int | None] = _old_stock if name == "stock" else _old_value
    for key, before, after in rows:
        value = undone(current[key], before, after) if key in current else None
        if value is not None:
            yield key, value


def _old_stock(current: int, before: int, after: int) -> int:
    return max(0, current + before - after)


def _old_value(current: int, before: int, after: int) -> int | None:
    return before if current == after else None


def _lock(rows: Mapping[str, Any]) -> None:
    list(Product.objects.filter(pk__in=_products(rows)).select_for_update().order_by("pk").values_list("pk"))
    keys = {key for name in OF_VARIANTS for key, _before, _after in rows.get(name, ())}
    list(Variant.objects.filter(pk__in=keys).select_for_update().order_by("pk").values_list("pk"))


def _products(rows: Mapping[str, Any]) -> set[int]:
    own = {key for name in rows if name not in OF_VARIANTS for key, _before, _after in rows[name]}
    variants = {key for name in OF_VARIANTS for key, _before, _after in rows.get(name, ())}
    return own | set(Variant.objects.filter(pk__in=variants).values_list("product", flat=True))
