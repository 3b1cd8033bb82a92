"""What a rule changes: the lists before and after, and what that costs or gains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from catalog.filters import ProductFilters
from catalog.models import Product

from ..intervals import Share, mean_share, wilson
from ..models import Interaction, InteractionKind, MerchandisingRule, RuleKind
from ..places import Place
from .encoder_comparison import known_products
from .encoders import active_encoder
from .looks import looks_like
from .similar import similar_to
from .steering import Rules, meeting, rules_in_force

SHOWN = 12
SAMPLE = 24
_IN_STOCK = ProductFilters(in_stock=True)


@dataclass(frozen=True)
class Lists:
    """Ids of the products beside one, in their order."""

    anchor: Product
    before: list[int]
    after: list[int]

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class Side:
    """Over all lists of one side: the share of tiles of the anchor's own type, and how many products there
    are among them."""

    same_type: Share
    products: int


@dataclass(frozen=True)
class Clicks:
    """Of what the rule moves, and of everything in the same lists, while it is kept."""

    moved: Share
    everything: Share
    days: int


@dataclass(frozen=True)
class RuleEffect:
    lists: list[Lists]
    before: Side
    after: Side
    clicks: Clicks

    @property
    def changed(self) -> int:
        return sum(lists.is_changed for lists in self.lists)


def rule_effect(*, rule: MerchandisingRule, anchors: Sequence[Product], now: datetime) -> RuleEffect:
    """As if the rule were in force or not, beside all others that are."""
    others = [one for one in rules_in_force(now=now) if one.pk != rule.pk]
    lists = [
        Lists(anchor, _shown(anchor, others, now), _shown(anchor, [*others, rule], now)) for anchor in anchors
    ]
    types = dict(Product.objects.filter(pk__in=_all_ids(lists)).values_list("pk", "product_type"))
    return RuleEffect(
        lists=lists,
        before=_side([(one.anchor, one.before) for one in lists], types),
        after=_side([(one.anchor, one.after) for one in lists], types),
        clicks=_clicks(rule, now),
    )


def anchors_of(rule: MerchandisingRule, *, count: int = SAMPLE) -> list[Product]:
    """Products whose lists the rule is most likely to change."""
    if rule.for_product:
        return [rule.for_product]
    if rule.kind == RuleKind.HIDE and rule.product:
        near = [match.product_id for match in similar_to(product=rule.product, limit=count)]
        return list(Product.objects.filter(pk__in=near).order_by("pk"))
    products = known_products(active_encoder())
    if rule.for_category_id:
        products = products.in_category(rule.for_category_id)
    return list(products[:count])


def _shown(anchor: Product, rules: Rules, now: datetime) -> list[int]:
    looks = looks_like(product=anchor, filters=_IN_STOCK, limit=SHOWN, now=now, rules=rules)
    return [look.facts.product_id for look in looks.products]


def _all_ids(lists: Iterable[Lists]) -> set[int]:
    return {pk for one in lists for pk in (*one.before, *one.after)}


def _side(lists: Sequence[tuple[Product, list[int]]], types: dict[int, str]) -> Side:
    shares = [
        sum(types.get(pk) == anchor.product_type for pk in found) / len(found)
        for anchor, found in lists
        if found
    ]
    return Side(mean_share(shares), len({pk for _anchor, found in lists for pk in found}))


def _clicks(rule: MerchandisingRule, now: datetime) -> Clicks:
    within = Interaction.objects.filter(place=Place.SIMILAR)
    if rule.for_product_id:
        within = within.filter(anchor=rule.for_product_id)
    elif rule.for_category_id:
        within = within.filter(anchor__in=Product.objects.in_category(rule.for_category_id))
    moved = (
        within.filter(product__in=meeting(rule, None, now))
        if rule.kind == RuleKind.BOOST
        else within.filter(product=rule.product_id)
    )
    return Clicks(_rate(moved), _rate(within), settings.VITRINE_INTERACTION_DAYS)


def _rate(rows: QuerySet[Interaction]) -> Share:
    counts = rows.aggregate(
        shown=Count("pk", filter=Q(kind=InteractionKind.SHOWN)),
        clicked=Count("pk", filter=Q(kind=InteractionKind.CLICKED)),
    )
    return wilson(counts["clicked"], counts["shown"])
