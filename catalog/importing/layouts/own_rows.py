"""What each row of our own columns adds to its product."""

from collections.abc import Iterator, Sequence

from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalog.models import ProductImage, Variant
from catalog.money import default_currency
from catalog.services import PictureData, VariantData

from .. import cells
from ..errors import RowError
from ..pictures import PictureFolder, PictureRefusedError
from ..table import Row


def row_variants(rows: Sequence[Row]) -> tuple[VariantData, ...]:
    """One for each row. Raises RowError, also for two that are the same."""
    variants: dict[str, VariantData] = {}
    looks: set[tuple[str, str]] = set()
    for row in rows:
        variant = _variant(row, alone=len(rows) == 1)
        if variant.sku in variants:
            raise RowError(row.line, _('the product has the SKU "%(sku)s" twice') % {"sku": variant.sku})
        if (variant.size, variant.colour) in looks:
            raise RowError(row.line, _("the product has a variant of this size and colour already"))
        variants[variant.sku] = variant
        looks.add((variant.size, variant.colour))
    return tuple(variants.values())


def row_pictures(rows: Sequence[Row], folder: PictureFolder) -> tuple[PictureData, ...] | None:
    """Those of all rows; None where no row names any. Raises RowError."""
    return tuple(picture for row in rows for picture in _pictures(row, folder)) or None


def _variant(row: Row, *, alone: bool) -> VariantData:
    size = cells.text(row, "size", (Variant, "size"))
    colour = cells.text(row, "colour", (Variant, "colour"))
    external_id = cells.text(row, "external_id")
    parts = (external_id,) if alone else (external_id, slugify(colour), slugify(size))
    sku = cells.text(row, "sku") or "-".join(part for part in parts if part)
    currency = cells.currency_code(row, "currency", default_currency())
    return VariantData(
        sku=cells.checked(row, "sku", sku, (Variant, "sku")),
        size=size,
        colour=colour,
        price=cells.price(row, "price", currency),
        stock=cells.stock(row, "stock"),
        cost=cells.cost(row, "cost", currency),
    )


def _pictures(row: Row, folder: PictureFolder) -> Iterator[PictureData]:
    names, texts = _parts(row, "images"), _parts(row, "alt")
    if len(texts) > len(names):
        raise RowError(row.line, _("alt has more texts than images has names"))
    texts += [""] * (len(names) - len(texts))
    for name, alt_text in zip(names, texts, strict=True):
        cells.checked(row, "alt", alt_text, (ProductImage, "alt_text"))
        try:
            yield folder.find(name, alt_text=alt_text)
        except PictureRefusedError as error:
            raise RowError(row.line, str(error)) from error


def _parts(row: Row, column: str) -> list[str]:
    value = cells.text(row, column)
    return [part.strip() for part in value.split("|")] if value else []
