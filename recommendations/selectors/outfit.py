"""What goes with products: bought together where that is known, else by colour and style."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from catalog.filters import ProductFilters
from catalog.models import Gender, Product
from catalog.selectors import sold_facets

from ..outfits import companions_of, harmony, part_of
from ..ranking import Facts, Wanted
from .bought_together import bought_together
from .encoders import active_encoder
from .facts import facts_of
from .steering import hidden_by, rules_in_force
from .vector_search import nearest
from .vectors import first_vectors

COMPANIONS = 4
CANDIDATES = 12
"""Nearest products of each part that are looked at."""
HARMONY = 0.6
"""How much the colours count; the rest is style: how near the looks are, across types."""


@dataclass(frozen=True)
class Companion:
    """`is_bought`: it was bought together with the product, in more than one order."""

    product_id: int
    product_type: str
    is_bought: bool = False


def complete_the_look(
    *, products: Sequence[Product], now: datetime, limit: int = COMPANIONS
) -> list[Companion]:
    """Other things to wear with the first of `products`, never two of one type nor of one part.

    For a cart: what is in it already is left alone, part by part. In a bounded number of queries.
    """
    if not products or limit <= 0:
        return []
    hidden = hidden_by(rules_in_force(now=now))
    taken = {part_of(product.product_type) for product in products}
    wanted = [part for part in companions_of(part_of(products[0].product_type)) if part not in taken]
    bought = _bought(products, hidden, limit)
    found = [companion for companion in bought if part_of(companion.product_type) not in taken - {""}]
    parts = {part_of(companion.product_type) for companion in found}
    left = [part for part in wanted if part not in parts][: limit - len(found)]
    return [*found, *_by_look(products[0], left, hidden, now)] if left else found


def _bought(products: Sequence[Product], hidden: Collection[int], limit: int) -> list[Companion]:
    ids = [product.pk for product in products]
    counted = bought_together(product_ids=ids, limit=CANDIDATES)
    if not counted:
        return []
    sold = Product.objects.published().in_stock().filter(pk__in=counted).exclude(pk__in=hidden)
    types = dict(sold.values_list("pk", "product_type"))
    seen = {product.product_type for product in products}
    found: list[Companion] = []
    for pk in counted:
        if pk in types and types[pk] not in seen and len(found) < limit:
            seen.add(types[pk])
            found.append(Companion(pk, types[pk], is_bought=True))
    return found


def _by_look(
    product: Product, parts: Sequence[str], hidden: Collection[int], now: datetime
) -> list[Companion]:
    encoder = active_encoder()
    vector = first_vectors([product.pk], encoder=encoder).get(product.pk)
    if vector is None:
        return []
    near = [
        match
        for types in _types_of(parts)
        for match in nearest(
            vector, filters=_filters(product, types, hidden), limit=CANDIDATES, encoder=encoder
        )
    ]
    found, wanted = facts_of(near, encoder=encoder, now=now, like=product.pk)
    best: dict[str, Facts] = {}
    for facts in found:
        part = part_of(facts.product_type)
        if part not in best or _fit(facts, wanted) > _fit(best[part], wanted):
            best[part] = facts
    return [Companion(facts.product_id, facts.product_type) for facts in best.values()]


def _types_of(parts: Sequence[str]) -> list[tuple[str, ...]]:
    """Of each part those that are sold, without the parts of which none is."""
    sold = [facet.value for facet in sold_facets().types]
    types = (tuple(kind for kind in sold if part_of(kind) == part) for part in parts)
    return [kinds for kinds in types if kinds]


def _filters(product: Product, types: tuple[str, ...], hidden: Collection[int]) -> ProductFilters:
    return ProductFilters(
        types=types,
        in_stock=True,
        genders=_department(product),
        exclude_product_ids=tuple(hidden),
    )


def _fit(facts: Facts, wanted: Wanted) -> float:
    return HARMONY * harmony(wanted.colours, facts.colours) + (1 - HARMONY) * facts.similarity


def _department(product: Product) -> tuple[str, ...]:
    """Whose goods go with it: nobody's children are dressed as their parents."""
    if product.gender == Gender.UNISEX:
        return (Gender.WOMEN, Gender.MEN, Gender.UNISEX)
    return (product.gender, Gender.UNISEX)
