"""Our own columns: a row for each variant, the rows of one product after each other."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from catalog.models import Brand, Product
from catalog.services import ProductData

from .. import cells
from ..errors import RowError
from ..pictures import PictureFolder
from ..table import Row, canonical
from .layout import Layout
from .own_rows import row_pictures, row_variants

_ATTRIBUTE = "attribute:"
_SIZE_TABLE = "size_table"
_PRODUCT_COLUMNS = ("title", "description", "category", "brand", "type", "gender", "weight", "published")


def read(rows: Sequence[Row], folder: PictureFolder) -> ProductData:
    """The first row speaks for the product; the others add variants and pictures. Raises RowError."""
    first, *others = rows
    for row in others:
        _refuse_contradiction(first, row)
    return ProductData(
        external_id=cells.text(first, "external_id", (Product, "external_id"), required=True),
        title=cells.text(first, "title", (Product, "title"), required=True),
        description=cells.paragraphs(first, "description"),
        category=_category(first),
        brand=cells.text(first, "brand", (Brand, "name")),
        product_type=cells.text(first, "type", (Product, "product_type"), required=True),
        gender=cells.gender(first, "gender"),
        weight_grams=cells.grams(first, "weight"),
        attributes=_attributes(first),
        variants=row_variants(rows),
        pictures=row_pictures(rows, folder),
        is_published=cells.yes_or_no(first, "published"),
    )


def _refuse_contradiction(first: Row, row: Row) -> None:
    for column in _PRODUCT_COLUMNS:
        value = row.cells.get(column, "")
        if value and value != first.cells[column]:
            said = _("%(column)s is not that of line %(line)d, the same product")
            raise RowError(row.line, said % {"column": column, "line": first.line})


def _category(row: Row) -> tuple[str, ...]:
    path = cells.text(row, "category", required=True)
    return cells.category(row, "category", [name.strip() for name in path.split(">")])


def _attributes(row: Row) -> dict[str, Any]:
    attributes: dict[str, Any] = {
        column.removeprefix(_ATTRIBUTE): cells.text(row, column)
        for column, value in row.cells.items()
        if column.startswith(_ATTRIBUTE) and value
    }
    named = next((name for name in attributes if canonical(name) == canonical(_SIZE_TABLE)), _SIZE_TABLE)
    if table := attributes.pop(named, ""):
        attributes[_SIZE_TABLE] = [[cell.strip() for cell in line.split("|")] for line in table.split(";")]
    return attributes


OWN = Layout(
    key="external_id",
    required=(("external_id",), ("title",), ("category",), ("type",), ("price",), ("stock",), ("images",)),
    optional=(
        "sku",
        "description",
        "brand",
        "gender",
        "weight",
        "colour",
        "size",
        "currency",
        "cost",
        "alt",
        "published",
    ),
    read=read,
    many_rows=True,
    free_prefix=_ATTRIBUTE,
)
