"""The layout of the public "Fashion Product Images" set: a row for each product, `images/ID.jpg`."""

from collections.abc import Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from catalog.models import Product, Variant
from catalog.services import INVENTED, PictureData, ProductData

from .. import cells
from ..errors import RowError
from ..invented import INVENTED_FACTS, invented_variants
from ..pictures import PictureFolder, PictureRefusedError
from ..table import Row
from .layout import Layout

_NONE: Final = "NA"
_CATEGORY_NAMES: Final = {
    "Apparel": "Clothing",
    "Tshirts": "T-shirts",
    "Dress": "Dresses",
    "Sandal": "Sandals",
    "Innerwear": "Underwear",
    "Free Items": "Gifts",
    "Free Gifts": "Gifts",
}


def read(rows: Sequence[Row], folder: PictureFolder) -> ProductData:
    """Prices, sizes and stock, which the set lacks, are invented from the id. Raises RowError."""
    row = rows[0]
    external_id = cells.text(row, "id", (Product, "external_id"), required=True)
    product_type = _known(row, "articleType")
    if not product_type:
        raise RowError(row.line, _("%(column)s is empty") % {"column": "articleType"})
    gender = cells.gender(row, "gender")
    return ProductData(
        external_id=external_id,
        title=_title(row),
        category=_category(row, product_type),
        product_type=cells.checked(row, "articleType", product_type, (Product, "product_type")),
        gender=gender,
        attributes=_attributes(row),
        variants=invented_variants(external_id, product_type, gender, _colour(row)),
        pictures=(_picture(row, external_id, folder),),
    )


def _title(row: Row) -> str:
    column = "title" if "title" in row.cells else "productDisplayName"
    return cells.text(row, column, (Product, "title"), required=True)


def _category(row: Row, product_type: str) -> tuple[str, ...]:
    names = (_known(row, "masterCategory"), _known(row, "subCategory"), product_type)
    return cells.category(row, "category", [_CATEGORY_NAMES.get(name, name) for name in names if name])


def _colour(row: Row) -> str:
    return cells.checked(row, "baseColour", _known(row, "baseColour"), (Variant, "colour"))


def _attributes(row: Row) -> dict[str, Any]:
    said = {name: _known(row, name) for name in ("season", "year", "usage")}
    return {name: value for name, value in said.items() if value} | {INVENTED: list(INVENTED_FACTS)}


def _picture(row: Row, external_id: str, folder: PictureFolder) -> PictureData:
    try:
        return folder.find(f"{external_id}.jpg")
    except PictureRefusedError as error:
        raise RowError(row.line, str(error)) from error


def _known(row: Row, column: str) -> str:
    value = cells.text(row, column)
    return "" if value == _NONE else value


FASHION = Layout(
    key="id",
    required=(("id",), ("title", "productDisplayName"), ("gender",), ("articleType",), ("baseColour",)),
    optional=("masterCategory", "subCategory", "season", "year", "usage"),
    read=read,
    many_rows=False,
)
