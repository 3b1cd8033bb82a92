"""The variants of imported products."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from ..models import Product, Variant
from .data import ProductData, VariantData

_FIELDS = ("sku", "size", "colour", "price_minor", "currency", "cost_minor", "stock", "position")
_FIELDS_OF_FACT = {
    "price": {"price_minor", "currency", "cost_minor"},
    "size": {"sku", "size", "position"},
    "stock": {"stock"},
}


class SkuTakenError(ValueError):
    """A SKU that another product has already."""

    def __init__(self, sku: str, owner: str) -> None:
        said = _('the SKU "%(sku)s" belongs to another product, "%(owner)s"')
        super().__init__(said % {"sku": sku, "owner": owner})


def refuse_taken_skus(products: Sequence[ProductData]) -> None:
    """Raises SkuTakenError where two of `products`, or one and a stored product, want the same SKU."""
    wanted: dict[str, str] = {}
    for data in products:
        for variant in data.variants:
            owner = wanted.setdefault(variant.sku, data.external_id)
            if owner != data.external_id:
                raise SkuTakenError(variant.sku, owner)
    for stored in Variant.objects.filter(sku__in=wanted).select_related("product"):
        if stored.product.external_id != wanted[stored.sku]:
            raise SkuTakenError(stored.sku, stored.product.title)


def write_variants(products: Sequence[ProductData], owners: Mapping[str, Product]) -> set[int]:
    """Brings the variants of `owners` (by external id) up to `products`; the ids of products that changed.

    A variant that is no longer listed is sold out, not deleted: carts and orders may point to it.
    """
    stored = _stored(owners)
    new: list[Variant] = []
    changed: list[Variant] = []
    for data in products:
        product = owners[data.external_id]
        old = stored[product.pk]
        added = [] if old and "size" in data.invented else list(_added(data, product, old))
        new += added
        changed += _changed(data, old)
    Variant.objects.bulk_update(changed, _FIELDS)
    Variant.objects.bulk_create(new)
    return {variant.product_id for variant in (*new, *changed)}


def _stored(owners: Mapping[str, Product]) -> defaultdict[int, list[Variant]]:
    by_product: defaultdict[int, list[Variant]] = defaultdict(list)
    variants = Variant.objects.filter(product__in=[product.pk for product in owners.values()])
    # Locked, in the order of keys that orders lock in: what is written back is what was read.
    for variant in variants.select_for_update().order_by("pk"):
        by_product[variant.product_id].append(variant)
    return by_product


def matches(data: ProductData, old: Sequence[Variant]) -> dict[int, Variant]:
    """Place in `data.variants` → the stored variant that it speaks of: by SKU, else by size and colour."""
    skus = {variant.sku: variant for variant in old}
    wanted = {variant.sku for variant in data.variants}
    renamed = {(variant.size, variant.colour): variant for variant in old if variant.sku not in wanted}
    found = {
        place: skus.get(item.sku) or renamed.get((item.size, item.colour))
        for place, item in enumerate(data.variants)
    }
    return {place: variant for place, variant in found.items() if variant}


def _added(data: ProductData, product: Product, old: Sequence[Variant]) -> Iterator[Variant]:
    found = matches(data, old)
    for place, item in enumerate(data.variants):
        if place not in found:
            yield Variant(product=product, **_values(item, place))


def _changed(data: ProductData, old: Sequence[Variant]) -> Iterator[Variant]:
    found = matches(data, old)
    left = {name for fact in data.invented for name in _FIELDS_OF_FACT.get(fact, ())}
    if _in_order(found, len(data.variants)):
        left.add("position")
    listed = {variant.pk for variant in found.values()}
    for place, variant in found.items():
        wanted = _values(data.variants[place], place, variant)
        if _take(variant, {name: value for name, value in wanted.items() if name not in left}):
            yield variant
    for variant in old:
        if variant.pk not in listed and "size" not in data.invented and _take(variant, {"stock": 0}):
            yield variant


def _in_order(found: Mapping[int, Variant], listed: int) -> bool:
    """Whether all that are listed are there, each behind the one before it."""
    places = [(found[place].position, found[place].pk) for place in sorted(found)]
    return len(places) == listed and places == sorted(places)


def _take(variant: Variant, wanted: Mapping[str, Any]) -> bool:
    different = [name for name, value in wanted.items() if getattr(variant, name) != value]
    for name in different:
        setattr(variant, name, wanted[name])
    return bool(different)


def cost_beside(data: VariantData, stored: Variant | None) -> int | None:
    """In minor units; what is known already stays, unless it was in another currency."""
    if data.cost is not None:
        return data.cost.minor
    return stored.cost_minor if stored and stored.currency == data.price.currency else None


def _values(data: VariantData, place: int, stored: Variant | None = None) -> dict[str, Any]:
    return {
        "sku": data.sku,
        "size": data.size,
        "colour": data.colour,
        "price_minor": data.price.minor,
        "currency": data.price.currency,
        "cost_minor": cost_beside(data, stored),
        "stock": data.stock,
        "position": place,
    }
