"""The dry run: what an import would do, row by row, with nothing written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from catalog.facts import COST, Difference, Facts, differences, facts_of
from catalog.models import Product, Variant
from catalog.services import (
    NoPictureError,
    PictureData,
    ProductData,
    SkuTakenError,
    VariantData,
    category_paths,
    cost_beside,
    matches,
    refuse_taken_skus,
    refuse_without_picture,
)

from .errors import Reject
from .run import BATCH, openable, reject_all
from .source import Read, Source


@dataclass(frozen=True)
class Planned:
    """A product that would be made or changed, by the first of its lines. A new one has no `changes`."""

    line: int
    external_id: str
    is_new: bool
    changes: tuple[Difference, ...]


@dataclass(frozen=True)
class Preview:
    """What would become of a part of the table, which ends at `last_line`."""

    last_line: int
    planned: tuple[Planned, ...]
    unchanged: int
    rejects: tuple[Reject, ...]


def preview_products(*, source: Source, after: int = 1, batch_size: int = BATCH) -> Iterator[Preview]:
    """As `import_products` would go about it."""
    items = source.read(after=after)
    claimed: dict[str, ProductData] = {}
    while batch := list(islice(items, batch_size)):
        yield _preview(batch, claimed)


def _preview(items: Sequence[Read | Reject], claimed: dict[str, ProductData]) -> Preview:
    """`claimed`: SKU → the product of this file that would have it by then."""
    refused = [item for item in items if isinstance(item, Reject)]
    products, broken = openable([item for item in items if isinstance(item, Read)])
    stored = _stored(products)
    paths = category_paths()
    planned: list[Planned] = []
    unchanged = 0
    for product, error in zip(products, _refusals(products, stored, claimed), strict=True):
        if error:
            refused += reject_all(product, error)
            continue
        plan = _plan(product, stored.get(product.data.external_id), paths)
        if plan.is_new or plan.changes:
            planned.append(plan)
        else:
            unchanged += 1
    rejects = tuple(sorted([*refused, *broken], key=lambda reject: reject.line))
    return Preview(max(item.last_line for item in items), tuple(planned), unchanged, rejects)


def _stored(products: Sequence[Read]) -> Mapping[str, Product]:
    found = Product.objects.filter(external_id__in=[product.data.external_id for product in products])
    found = found.select_related("brand").prefetch_related("variants", "images")
    return {product.external_id or "": product for product in found}


def _refusals(
    products: Sequence[Read], stored: Mapping[str, Product], claimed: dict[str, ProductData]
) -> Iterator[Exception | None]:
    """Together where nothing is wrong, else one by one."""
    batches = [products]
    try:
        refuse_taken_skus([product.data for product in products])
    except SkuTakenError:
        batches = [[product] for product in products]
    for batch in batches:
        for product in batch:
            try:
                if len(batches) > 1:
                    refuse_taken_skus([product.data])
                refuse_without_picture([product.data] if product.data.external_id not in stored else [])
                _claim(product.data, claimed)
            except (SkuTakenError, NoPictureError) as error:
                yield error
            else:
                yield None


def _claim(data: ProductData, claimed: dict[str, ProductData]) -> None:
    """Raises SkuTakenError for what an earlier product of the file takes."""
    for variant in data.variants:
        owner = claimed.get(variant.sku, data)
        if owner.external_id != data.external_id:
            raise SkuTakenError(variant.sku, owner.title)
    claimed |= {variant.sku: data for variant in data.variants}


def _plan(product: Read, stored: Product | None, paths: Mapping[int, tuple[str, ...]]) -> Planned:
    data = product.data
    changes: list[Difference] = []
    if stored:
        before = facts_of(stored, paths[stored.category_id])
        for facts, variant in zip(before["variants"], stored.variants.all(), strict=True):
            facts["stock"] = variant.stock
        changes = differences(before, _wanted(data, before, list(stored.variants.all())))
    return Planned(product.lines[0], data.external_id, stored is None, tuple(changes))


def _wanted(data: ProductData, before: Facts, variants: Sequence[Variant]) -> Facts:
    """What `before` would become."""
    plain = ("title", "description", "brand", "product_type", "gender", "is_published", "weight_grams")
    facts: Facts = {name: getattr(data, name) for name in plain if getattr(data, name) is not None}
    facts["category"] = list(data.category)
    facts["attributes"] = before["attributes"] | data.attributes
    if not data.invented:
        facts["variants"] = _variants(data, before["variants"], variants)
    if data.pictures is not None:
        facts["images"] = _images(data.pictures, before["images"])
    return facts


def _variants(data: ProductData, before: Sequence[Facts], variants: Sequence[Variant]) -> list[Facts]:
    found = matches(data, variants)
    listed = [_variant(item, found.get(place)) for place, item in enumerate(data.variants)]
    kept = {variant.pk for variant in found.values()}
    sold_out = [facts | {"stock": 0} for facts in before if facts["id"] not in kept]
    return [*listed, *sold_out]


def _variant(data: VariantData, stored: Variant | None) -> dict[str, Any]:
    plain = {name: getattr(data, name) for name in ("sku", "size", "colour", "stock")}
    currency, cost = data.price.currency, cost_beside(data, stored)
    return plain | {
        "id": stored.pk if stored else None,
        "price": [data.price.minor, currency],
        COST: None if cost is None else [cost, currency],
    }


def _images(pictures: Sequence[PictureData], before: Sequence[Facts]) -> list[Facts]:
    old = {facts["digest"]: facts for facts in before}
    listed = {picture.digest: picture for picture in pictures}
    in_order = [digest for digest in old if digest in listed] == list(listed)
    return [
        {
            "digest": digest,
            "file": old[digest]["file"] if digest in old else picture.name,
            "alt_text": picture.alt_text,
            "position": old[digest]["position"] if in_order else place,
        }
        for place, (digest, picture) in enumerate(listed.items())
    ]
