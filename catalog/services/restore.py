"""Puts a product back as a revision says it was."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ..facts import PLAIN, Facts
from ..models import Act, Product, ProductImage, ProductRevision, Variant
from .history import record, record_found
from .taxonomy import ensure_brands, ensure_categories


class RestoreError(ValueError):
    """A state that cannot be put back beside what there is now. `str()` is a translated sentence."""


@dataclass(frozen=True)
class Restored:
    """`lost` names pictures whose files are gone."""

    product: Product
    lost: tuple[str, ...]


def restore(*, revision: ProductRevision, actor: str, now: datetime) -> Restored:
    """The product, its variants and pictures as they were, under their old keys; what was deleted comes back.

    The stock stays as it is, and none is given to a variant that comes back. Variants and pictures that were
    added since stay. Raises RestoreError, with nothing changed.
    """
    try:
        with transaction.atomic():
            record_found(product_id=revision.product_id, now=now)
            product = _product(revision)
            for facts in revision.facts["variants"]:
                _variant(product, facts)
            lost = [facts["file"] for facts in revision.facts["images"] if not _image(product, facts)]
            record(product_id=product.pk, act=Act.RESTORED, actor=actor, now=now)
    except IntegrityError as error:
        raise RestoreError(
            _("Something else has its address, a SKU, or a size and colour by now. Change that one first.")
        ) from error
    return Restored(product, tuple(lost))


def _product(revision: ProductRevision) -> Product:
    facts = revision.facts
    path, brand = tuple(facts["category"]), facts["brand"]
    stored = Product.objects.select_for_update().filter(pk=revision.product_id).first()
    product = stored or Product(pk=revision.product_id)
    _take(product, {name: facts[name] for name in PLAIN if name in facts})
    product.category = ensure_categories(paths=[path])[path]
    product.brand = ensure_brands(names=[brand])[brand] if brand else None
    product.save(force_insert=stored is None)
    return product


def _variant(product: Product, facts: Facts) -> None:
    # By SKU where it was deleted and made again.
    stored = (
        product.variants.filter(pk=facts["id"]).first() or product.variants.filter(sku=facts["sku"]).first()
    )
    variant = stored or Variant(pk=facts["id"], product=product)
    price_minor, currency = facts["price"]
    # States of earlier versions say nothing of a cost.
    cost = {"cost_minor": facts["cost"] and facts["cost"][0]} if "cost" in facts else {}
    _take(variant, {name: facts[name] for name in ("sku", "size", "colour", "position")})
    _take(variant, {"price_minor": price_minor, "currency": currency} | cost)
    # Not the stock: an order may be taking from it at this moment.
    fields = ("sku", "size", "colour", "position", "price_minor", "currency", "cost_minor")
    variant.save(**({"update_fields": fields} if stored else {"force_insert": True}))


def _image(product: Product, facts: Facts) -> bool:
    """Whether the picture's file is there."""
    stored = product.images.filter(pk=facts["id"], digest=facts["digest"]).first()
    if stored:
        _take(stored, {name: facts[name] for name in ("alt_text", "position")})
        stored.save(update_fields=["alt_text", "position"])
        return True
    image = ProductImage(product=product)
    _take(
        image, {name: facts[name] for name in ("file", "digest", "width", "height", "alt_text", "position")}
    )
    if not image.file.storage.exists(facts["file"]):
        return False
    if not product.images.filter(file=facts["file"]).exists():
        image.save(force_insert=True)
    return True


def _take(row: Any, values: Facts) -> None:
    for name, value in values.items():
        setattr(row, name, value)
