"""What a person, a file or a system says of a product, as plain data that can be kept and compared.

The stock is not among the facts of a stored product: it moves by itself while people edit, and what was sold
since must not come back with an older state. Where a file speaks of it, it is compared like the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Category, Gender, Product
from .money import Money

Facts = dict[str, Any]
"""Of JSON's types. `variants` and `images` are lists of such, a variant's key is its SKU."""

PLAIN: Final = (
    *("title", "slug", "description", "product_type", "gender", "attributes", "is_published"),
    "weight_grams",
)
"""The product's own columns among the facts."""
COST: Final = "cost"
"""The variant's fact that only who may change products sees."""
_OF_PRODUCT: Final[Mapping[str, str | Promise]] = {
    "title": gettext_lazy("title"),
    "slug": gettext_lazy("slug"),
    "description": gettext_lazy("description"),
    "category": gettext_lazy("category"),
    "brand": gettext_lazy("brand"),
    "product_type": gettext_lazy("type"),
    "gender": gettext_lazy("for"),
    "is_published": gettext_lazy("published"),
    "weight_grams": gettext_lazy("weight"),
}
_OF_VARIANT: Final[Mapping[str, str | Promise]] = {
    "sku": gettext_lazy("SKU"),
    "size": gettext_lazy("size"),
    "colour": gettext_lazy("colour"),
    "price": gettext_lazy("price"),
    COST: gettext_lazy("cost"),
    "stock": gettext_lazy("stock"),
}
_OF_IMAGE: Final[Mapping[str, str | Promise]] = {
    "file": gettext_lazy("file"),
    "alt_text": gettext_lazy("alt text"),
    "position": gettext_lazy("position"),
}


@dataclass(frozen=True)
class Difference:
    """`what` it is of, in words; an empty side is where it was not, or is not any more."""

    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: {self.before or '–'} → {self.after or '–'}"


def stored_facts(product_id: int) -> Facts | None:
    """Of the product as it is now; None where there is none."""
    products = Product.objects.select_related("brand").prefetch_related("variants", "images")
    product = products.filter(pk=product_id).first()
    return facts_of(product, category_path(product.category_id)) if product else None


def category_path(category_id: int) -> list[str]:
    """The names from the root to the category."""
    categories = {category.pk: category for category in Category.objects.path_to(category_id)}
    names: list[str] = []
    above: int | None = category_id
    while above:
        names.insert(0, categories[above].name)
        above = categories[above].parent_id
    return names


def facts_of(product: Product, path: Sequence[str]) -> Facts:
    """`path` is its category's. Reads the brand, the variants and the images."""
    return {name: getattr(product, name) for name in PLAIN} | {
        "category": list(path),
        "brand": product.brand.name if product.brand else "",
        "variants": [
            {
                **{name: getattr(variant, name) for name in ("id", "sku", "size", "colour", "position")},
                "price": [variant.price_minor, variant.currency],
                COST: None if variant.cost_minor is None else [variant.cost_minor, variant.currency],
            }
            for variant in product.variants.all()
        ],
        "images": [
            {
                **{name: getattr(image, name) for name in ("id", "digest", "width", "height")},
                "file": image.file.name,
                "alt_text": image.alt_text,
                "position": image.position,
            }
            for image in product.images.all()
        ],
    }


def differences(
    before: Facts, after: Facts, *, additions: bool = True, costs: bool = True
) -> list[Difference]:
    """From `before` to `after`, of what `after` speaks of. Without `additions`: only what `before` had;
    without `costs`: none of what things cost the shop."""
    found = [*_fields("", _OF_PRODUCT, before, after), *_attributes(before, after)]
    of_variant = {name: label for name, label in _OF_VARIANT.items() if costs or name != COST}
    for name, labels, title in (("variants", of_variant, _variant), ("images", _OF_IMAGE, _image)):
        if after.get(name) is None:
            continue
        for old, new in _pairs(before[name], after[name]):
            if old and new:
                found += _fields(title(old), labels, old, new)
            elif old:
                found.append(Difference(title(old), _("there"), _("removed")))
            elif additions:
                found.append(Difference(title(new), "", _("added")))
    return found


def _fields(prefix: str, labels: Mapping[str, Any], before: Facts, after: Facts) -> Iterator[Difference]:
    for name, label in labels.items():
        if name in before and name in after and before[name] != after[name]:
            what = f"{prefix}, {label}" if prefix else str(label)
            yield Difference(what, _said(name, before[name]), _said(name, after[name]))


def _attributes(before: Facts, after: Facts) -> Iterator[Difference]:
    old, new = before.get("attributes", {}), after.get("attributes", {})
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield Difference(name, _said(name, old.get(name, "")), _said(name, new.get(name, "")))


def _pairs(before: Sequence[Facts], after: Sequence[Facts]) -> Iterator[tuple[Any, Any]]:
    """Those that are the same one, by id where both sides know it, by SKU or digest else."""
    by_key = {key: item for item in after for key in _keys(item)}
    met: list[int] = []
    for old in before:
        new = next((by_key[key] for key in _keys(old) if key in by_key), None)
        if new is not None:
            met.append(id(new))
        yield old, new
    yield from ((None, new) for new in after if id(new) not in met)


def _keys(item: Facts) -> list[tuple[str, Any]]:
    return [(name, item[name]) for name in ("id", "sku", "digest") if item.get(name)]


def _variant(item: Facts) -> str:
    return str(item["sku"])


def _image(item: Facts) -> str:
    return _("picture %(name)s") % {"name": str(item["file"]).rpartition("/")[2]}


def _said(name: str, value: Any) -> str:
    if name in ("price", COST) and value:
        return str(Money(*value))
    if name == "gender" and value in Gender.values:
        return str(Gender(value).label)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return (
        " › ".join(map(str, value))
        if isinstance(value, list | tuple)
        else str("" if value is None else value)
    )
