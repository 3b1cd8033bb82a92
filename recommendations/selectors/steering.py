"""The merchant's rules, as ranking takes them: for what is like one product, or for any search."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Avg, F, FloatField, QuerySet, Sum, Value
from django.db.models.functions import NullIf
from django.utils import timezone

from catalog.filters import ProductFilters
from catalog.models import Category, Product

from ..models import Encoder, ImageEmbedding, MerchandisingRule, RuleKind
from ..ranking import Steering
from .matches import Match
from .vectors import first_vectors, vectors_of

Rules = Sequence[MerchandisingRule]


def rules_in_force(*, now: datetime) -> list[MerchandisingRule]:
    """The oldest first; of two pins to one place the later one stands before the earlier."""
    return MerchandisingRule.objects.in_force(timezone.localdate(now))


def hidden_by(rules: Rules, *, anchor: Product | None = None) -> frozenset[int]:
    """Products that are kept out: everywhere, or from what is like the anchor."""
    anchor_id = anchor.pk if anchor else None
    return frozenset(
        rule.product_id
        for rule in rules
        if rule.kind == RuleKind.HIDE and rule.product_id and rule.for_product_id in (None, anchor_id)
    )


def pins_of(rules: Rules, *, anchor: Product) -> dict[int, int]:
    """Products that are pinned beside the anchor, with their places; never the anchor itself."""
    pins = [rule for rule in rules if rule.kind == RuleKind.PIN and rule.product_id != anchor.pk]
    above = _above(anchor.category_id) if any(rule.for_category_id for rule in pins) else set()
    return {
        rule.product_id: rule.position
        for rule in pins
        if rule.product_id and (rule.for_product_id == anchor.pk or rule.for_category_id in above)
    }


def boosts_of(rules: Rules, product_ids: Collection[int], *, now: datetime) -> dict[int, float]:
    """By how much each product is moved, where any rule moves it; rules add up. A query a rule."""
    boosts: dict[int, float] = {}
    for rule in rules:
        if rule.kind == RuleKind.BOOST and product_ids:
            for product_id in meeting(rule, product_ids, now):
                boosts[product_id] = boosts.get(product_id, 0.0) + rule.weight
    return boosts


def pinned_matches(
    pins: Iterable[int], *, anchor: Product, filters: ProductFilters, encoder: Encoder
) -> list[Match]:
    """The pinned products that may be shown now, as if they had been found: published, in stock, as asked."""
    sold = Product.objects.published().in_stock().matching(filters).filter(pk__in=list(pins))
    rows = ImageEmbedding.objects.of(encoder).ready().filter(image__product__in=sold)
    rows = rows.order_by("image__product_id", "image__position", "image_id").distinct("image__product_id")
    firsts: dict[int, int] = dict(rows.values_list("image_id", "image__product_id"))
    vectors, own = vectors_of(list(firsts), encoder=encoder), first_vectors([anchor.pk], encoder=encoder)
    return [
        Match(product_id, image_id, float(vectors[image_id] @ own[anchor.pk]) if own else 0.0)
        for image_id, product_id in firsts.items()
    ]


def steering_of(rules: Rules, *, anchor: Product, found: Collection[int], now: datetime) -> Steering:
    """For what is like the anchor, of which `found` was found."""
    pins = pins_of(rules, anchor=anchor)
    return Steering(
        hidden=hidden_by(rules, anchor=anchor),
        pinned=tuple(pins),
        boosts=boosts_of(rules, found, now=now),
        places=pins,
    )


def meeting(
    rule: MerchandisingRule, product_ids: Collection[int] | None, now: datetime
) -> QuerySet[Product, int]:
    """Ids of those of the products, of all if none are named, that meet all conditions of a boost."""
    products = Product.objects.all()
    if product_ids is not None:
        products = products.filter(pk__in=list(product_ids))
    if rule.category_id:
        products = products.in_category(rule.category_id)
    if rule.brand_id:
        products = products.filter(brand=rule.brand_id)
    if rule.newer_than_days is not None:
        products = products.filter(created_at__gt=now - timedelta(days=rule.newer_than_days))
    stocked = products.annotate(on_hand=Sum("variants__stock", default=0)).order_by()
    if rule.stock_from is not None:
        stocked = stocked.filter(on_hand__gte=rule.stock_from)
    if rule.stock_to is not None:
        stocked = stocked.filter(on_hand__lte=rule.stock_to)
    return _of_margin(rule, stocked).values_list("pk", flat=True)


def _of_margin(rule: MerchandisingRule, products: QuerySet[Product, Any]) -> QuerySet[Product, Any]:
    """A product's margin is the mean of its variants' of which a cost is known; without any it is none."""
    if rule.margin_from is None and rule.margin_to is None:
        return products
    share = 1 - F("variants__cost_minor") * 1.0 / NullIf("variants__price_minor", Value(0))
    products = products.annotate(margin=Avg(share * 100, output_field=FloatField()))
    if rule.margin_from is not None:
        products = products.filter(margin__gte=rule.margin_from)
    if rule.margin_to is not None:
        products = products.filter(margin__lte=rule.margin_to)
    return products


def _above(category_id: int) -> set[int]:
    """The category and those that it stands below."""
    parents: dict[int, int | None] = dict(Category.objects.values_list("pk", "parent"))
    chain: set[int] = set()
    node: int | None = category_id
    while node is not None and node not in chain:
        chain.add(node)
        node = parents.get(node)
    return chain
