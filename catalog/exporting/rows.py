"""Our own columns of docs/import.md, a row for each variant, so that the file can be imported again."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import Func, TextField

from ..models import Product, Variant
from ..querysets import ProductQuerySet
from ..services import category_paths

_PRODUCT: Final = (
    "external_id",
    "title",
    "description",
    "category",
    "type",
    "brand",
    "gender",
    "published",
    "weight",
)
_VARIANT: Final = ("sku", "colour", "size", "price", "currency", "stock")
_IMAGES: Final = ("images", "alt")
_SIZE_TABLE: Final = "size_table"
_CHUNK = 500
_NAME = """
    UPDATE catalog_product SET external_id = 'vitrine-' || id
    WHERE external_id IS NULL AND id = ANY(%s)
"""


def export_columns(products: ProductQuerySet, *, costs: bool) -> list[str]:
    """With one for each attribute that any of them has as a text or a table of sizes, and one for `costs`."""
    names = Func("attributes", function="jsonb_object_keys", output_field=TextField())
    found = set(products.order_by().values_list(names, flat=True))
    return [
        *_PRODUCT,
        *(f"attribute:{name}" for name in sorted(found)),
        *_VARIANT,
        *(["cost"] if costs else []),
        *_IMAGES,
    ]


def export_rows(products: ProductQuerySet, columns: Sequence[str]) -> Iterator[list[str]]:
    """In the order of keys. A product that has no external id yet is given one, to be found again by."""
    paths = category_paths()
    ids = list(products.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        with connection.cursor() as cursor:
            cursor.execute(_NAME, [chunk])
        rows = Product.objects.filter(pk__in=chunk).order_by("pk").select_related("brand")
        for product in rows.prefetch_related("variants", "images"):
            yield from _rows(product, paths[product.category_id], columns)


def _rows(product: Product, path: Sequence[str], columns: Sequence[str]) -> Iterator[list[str]]:
    """The first row describes the product; one without variants has that row alone."""
    about = _about(product, path)
    variants = [_variant(variant) for variant in product.variants.all()]
    for place, variant in enumerate(variants or [{}]):
        cells = {"external_id": product.external_id or ""} | (about if place == 0 else {}) | variant
        yield [cells.get(column, "") for column in columns]


def _about(product: Product, path: Sequence[str]) -> dict[str, str]:
    images = list(product.images.all())
    texts = [image.alt_text for image in images]
    return {
        "title": product.title,
        "description": product.description,
        "category": " > ".join(path),
        "type": product.product_type,
        "brand": product.brand.name if product.brand else "",
        "gender": product.gender,
        "published": "yes" if product.is_published else "no",
        "weight": "" if product.weight_grams is None else str(product.weight_grams),
        "images": "|".join(image.file.name or "" for image in images),
        "alt": "|".join(texts) if any(texts) else "",
        **{f"attribute:{name}": _attribute(name, value) for name, value in product.attributes.items()},
    }


def _attribute(name: str, value: Any) -> str:
    """Empty for what no cell can say: an import leaves such attributes as they are."""
    if name == _SIZE_TABLE and isinstance(value, list):
        return "; ".join(" | ".join(map(str, line)) for line in value)
    return value if isinstance(value, str) else ""


def _variant(variant: Variant) -> dict[str, str]:
    plain = {name: getattr(variant, name) for name in ("sku", "colour", "size", "currency")}
    return plain | {
        "price": str(variant.price.amount),
        "stock": str(variant.stock),
        "cost": str(variant.cost.amount) if variant.cost else "",
    }
