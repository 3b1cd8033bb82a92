"""What other systems say of the catalogue, item by item: said twice it is done once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from catalog.imaging import digest

from ..models import Product, ProductImage, Variant
from ..money import Money, default_currency
from .data import ProductData, VariantData
from .products import upsert_products
from .taxonomy import category_paths
from .variants import SkuTakenError, cost_beside

_NEEDED: Final = ("title", "category", "product_type")
CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


class FeedError(ValueError):
    """An item that cannot be taken. `field` it is about, `code` is stable, `str()` a translated sentence."""

    def __init__(self, field: str, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.code = code


@dataclass(frozen=True)
class Fed:
    """What became of an item, and the id of the product or picture."""

    status: str
    id: int


def feed_product(*, facts: Mapping[str, Any], now: datetime) -> Fed:
    """Creates the product, or changes what `facts` speak of, with the variants that they name.

    It is found by `external_id`, else by the SKU of any of its variants. Other variants and its pictures stay
    as they are. Raises FeedError.
    """
    try:
        with transaction.atomic():
            stored = _find(facts)
            data = _product(facts, stored)
            done = upsert_products(products=[data], now=now, needs_picture=False)
            product_id = Product.objects.values_list("pk", flat=True).get(external_id=data.external_id)
    except SkuTakenError as error:
        raise FeedError("variants", "sku_taken", str(error)) from error
    except IntegrityError as error:
        said = _("Another variant of the product has this size and colour.")
        raise FeedError("variants", "conflict", said) from error
    return Fed(CREATED if done.created else UPDATED if done.updated else UNCHANGED, product_id)


@transaction.atomic
def feed_variant(*, sku: str, facts: Mapping[str, Any], now: datetime) -> Fed:
    """Changes price, currency, cost or stock of the variant. Raises FeedError."""
    variant = Variant.objects.select_for_update().filter(sku=sku).first()
    if variant is None:
        raise FeedError("sku", "unknown_sku", _("No variant has this SKU."))
    data = _changed(variant, facts)
    wanted = {
        "price_minor": data.price.minor,
        "currency": data.price.currency,
        "cost_minor": cost_beside(data, variant),
        "stock": data.stock,
    }
    changed = {name: value for name, value in wanted.items() if getattr(variant, name) != value}
    if changed:
        Variant.objects.filter(pk=variant.pk).update(**changed)
        Product.objects.filter(pk=variant.product_id).update(updated_at=now)
    return Fed(UPDATED if changed else UNCHANGED, variant.product_id)


@transaction.atomic
def feed_picture(*, sku: str, file: "File[Any]", alt_text: str) -> Fed:
    """Adds the picture to the product that has the variant, once. Raises FeedError, ValidationError."""
    variant = Variant.objects.filter(sku=sku).first()
    if variant is None:
        raise FeedError("sku", "unknown_sku", _("No variant has this SKU."))
    product = Product.objects.select_for_update().get(pk=variant.product_id)
    stored = product.images.filter(digest=digest(file.read())).first()
    if stored:
        if alt_text in ("", stored.alt_text):
            return Fed(UNCHANGED, stored.pk)
        stored.alt_text = alt_text
        stored.save(update_fields=["alt_text"])
        return Fed(UPDATED, stored.pk)
    last = product.images.aggregate(last=Max("position"))["last"]
    place = 0 if last is None else last + 1
    image = ProductImage(product=product, file=file, position=place, alt_text=alt_text)
    image.full_clean()
    image.save()
    return Fed(CREATED, image.pk)


def _find(facts: Mapping[str, Any]) -> Product | None:
    """Locked, with its variants."""
    products = Product.objects.select_for_update(of=("self",)).select_related("brand")
    external_id = facts.get("external_id")
    if external_id and (named := products.filter(external_id=external_id).first()):
        return named
    skus = [variant["sku"] for variant in facts.get("variants", ())]
    owners = set(Variant.objects.filter(sku__in=skus).values_list("product", flat=True))
    if len(owners) > 1:
        raise FeedError("variants", "sku_taken", _("These SKUs belong to different products."))
    stored = products.filter(pk__in=owners).first()
    if stored and external_id and stored.external_id:
        said = _("The product with this SKU has another external id, “%(id)s”.") % {"id": stored.external_id}
        raise FeedError("external_id", "conflict", said)
    if stored and not stored.external_id:
        stored.external_id = external_id or f"vitrine-{stored.pk}"
        stored.save(update_fields=["external_id"])
    return stored


def _product(facts: Mapping[str, Any], stored: Product | None) -> ProductData:
    known = _known(stored) if stored else {}
    said = known | {name: facts[name] for name in facts if name not in ("variants", "external_id")}
    for name in _NEEDED:
        if not said.get(name):
            raise FeedError(name, "required", _("A new product needs it."))
    variants = _variants(facts.get("variants", ()), stored)
    external_id = stored.external_id if stored else facts.get("external_id") or (variants and variants[0].sku)
    if not external_id:
        raise FeedError("variants", "required", _("A new product needs an external id or a variant."))
    return ProductData(**said, external_id=external_id, variants=tuple(variants), pictures=None)


def _known(product: Product) -> dict[str, Any]:
    names = ("title", "description", "product_type", "gender")
    return {name: getattr(product, name) for name in names} | {
        "category": category_paths()[product.category_id],
        "brand": product.brand.name if product.brand else "",
    }


def _variants(said: Sequence[Mapping[str, Any]], stored: Product | None) -> list[VariantData]:
    """Those that are there, each with what is said of it, and then new ones."""
    named = {variant["sku"]: variant for variant in said}
    if len(named) < len(said):
        raise FeedError("variants", "twice", _("The same SKU is there twice."))
    rows = stored.variants.select_for_update().order_by("pk") if stored else Variant.objects.none()
    old = sorted(rows, key=lambda variant: (variant.position, variant.pk))
    kept = [_changed(variant, named.get(variant.sku, {})) for variant in old]
    there = {variant.sku for variant in old}
    return [*kept, *(_new(variant) for sku, variant in named.items() if sku not in there)]


def _changed(variant: Variant, said: Mapping[str, Any]) -> VariantData:
    currency = said.get("currency", variant.currency)
    return VariantData(
        sku=variant.sku,
        size=said.get("size", variant.size),
        colour=said.get("colour", variant.colour),
        price=_money(said.get("price", variant.price.amount), currency),
        stock=said.get("stock", variant.stock),
        cost=_cost(said, currency),
    )


def _new(said: Mapping[str, Any]) -> VariantData:
    if "price" not in said:
        raise FeedError("variants", "required", _("A new variant needs a price."))
    currency = said.get("currency") or default_currency()
    return VariantData(
        sku=said["sku"],
        size=said.get("size", ""),
        colour=said.get("colour", ""),
        price=_money(said["price"], currency),
        stock=said.get("stock", 0),
        cost=_cost(said, currency),
    )


def _cost(said: Mapping[str, Any], currency: str) -> Money | None:
    return _money(said["cost"], currency, "cost") if "cost" in said else None


def _money(amount: Decimal, currency: str, field: str = "price") -> Money:
    try:
        return Money.of(amount, currency)
    except ValueError as error:
        raise FeedError(field, "invalid", _("This currency has no such small coins.")) from error
