"""What the tiles of a page are printed from, read by the products' keys."""

from collections.abc import Collection, Sequence
from re import escape
from typing import Any, Final, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections

# By hand, since every list waits for it: to build the query and a model of each row took longer than to ask.
_ROWS: Final = """
    SELECT product.id, product.slug, product.title, product.product_type, COALESCE(brand.name, ''),
        (
            SELECT json_agg(
                json_build_array(sku, size, colour, price_minor, currency, stock) ORDER BY position, id
            ) FROM catalog_variant WHERE product_id = product.id
        ),
        (
            SELECT json_build_array(id, file, digest, width, height, alt_text, thumbnail_widths)
            FROM catalog_productimage WHERE product_id = product.id
            ORDER BY alt_text ~* %s DESC, position, id LIMIT 1
        )
    FROM catalog_product product LEFT JOIN catalog_brand brand ON brand.id = product.brand_id
    WHERE product.is_published AND product.id = ANY(%s)
"""
_NOTHING: Final = "$^."  # what no text matches


class CardRow(NamedTuple):
    """One product: its variants, in order, each with the fields of a `VariantRow`, and one of its images,
    with those of an `ImageRow`. None where there are none."""

    product_id: int
    slug: str
    title: str
    product_type: str
    brand: str
    variants: Sequence[tuple[str, str, str, int, str, int]] | None
    image: Sequence[Any] | None


def card_rows(product_ids: Sequence[int], *, colours: Collection[str] = ()) -> list[CardRow]:
    """Of those of the products that are published now, in the order of their ids, in one query.

    Each with its first image whose alt text names one of `colours`, else with its first. The primary is asked
    even where the ids were found on a replica, which may be behind.
    """
    words = "|".join(map(escape, colours))
    naming = rf"\m({words})\M" if words else _NOTHING
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_ROWS, [naming, list(product_ids)])
        rows = {row[0]: CardRow(*row) for row in cursor.fetchall()}
    return [rows[pk] for pk in product_ids if pk in rows]
