"""The columns that a bulk edit writes, each in one statement for any number of rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection


@dataclass(frozen=True)
class Column:
    """Values go in and out as whole numbers, through `type` and `number`, the ways there and back."""

    table: str
    name: str
    type: str
    number: str = "bigint"

    def read(self, keys: Sequence[int]) -> dict[int, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT id, {self.name}::{self.number} FROM {self.table} WHERE id = ANY(%s)",  # noqa: S608
                [list(keys)],
            )
            return dict(cursor.fetchall())

    def write(self, values: Iterable[tuple[int, int]]) -> None:
        """By key. A stock that is written moves the ledger: see docs/orders.md."""
        keys, numbers = zip(*values, strict=True) if (values := list(values)) else ((), ())
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {self.table} t SET {self.name} = r.value::{self.type}"  # noqa: S608
                " FROM unnest(%s::bigint[], %s::bigint[]) AS r (id, value) WHERE t.id = r.id",
                [list(keys), list(numbers)],
            )


COLUMNS: Final[Mapping[str, Column]] = {
    "category": Column("catalog_product", "category_id", "bigint"),
    "published": Column("catalog_product", "is_published", "integer::boolean", "integer"),
    "price": Column("catalog_variant", "price_minor", "bigint"),
    "stock": Column("catalog_variant", "stock", "integer"),
}
OF_VARIANTS: Final = ("price", "stock")
