"""A row of products that look like one, or like several at once: found by sight, then ranked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from django.conf import settings

from catalog.filters import ProductFilters
from catalog.models import Product

from ..models import Encoder
from ..ranking import Ranked, Wanted, ranked, weights
from ..ranking.rank import POOL
from .encoders import active_encoder
from .facts import facts_of
from .matches import Match
from .similar import similar_to
from .steering import Rules, hidden_by, pinned_matches, pins_of, rules_in_force, steering_of
from .vector_search import nearest
from .vectors import first_vectors

AS_IT_IS = Wanted()


@dataclass(frozen=True)
class Looks:
    """What was found, the best first, and what it was to be like."""

    products: list[Ranked]
    wanted: Wanted
    encoder: Encoder


def looks_like(
    *,
    product: Product,
    filters: ProductFilters,
    limit: int,
    now: datetime,
    beside: Sequence[Product] = (),
    but: Wanted = AS_IT_IS,
    rules: Rules | None = None,
) -> Looks:
    """Up to `limit` others, one of each kind of twins, the best first and then a variety.

    Like `product` and like those `beside` it, with what is asked in `but` instead. Fewer where the others are
    twins of these; none without a vector. As the merchant's `rules` have it: those in force, unless given.
    """
    encoder = active_encoder()
    rules = rules_in_force(now=now) if rules is None else rules
    hidden = hidden_by(rules, anchor=product)
    filters = replace(filters, exclude_product_ids=(*filters.exclude_product_ids, *hidden))
    most = POOL * max(0, limit)
    if beside:
        matches = _like_all([product, *beside], filters, most, encoder)
    else:
        matches = similar_to(product=product, filters=filters, limit=most, encoder=encoder)
    matches = _with_pinned(matches, rules, product, filters, encoder)
    found, wanted = facts_of(matches, encoder=encoder, now=now, like=product.pk)
    wanted = wanted.but(but)
    row = ranked(
        found,
        wanted,
        limit=limit,
        weights=weights(settings.VITRINE_RANKING),
        diversity=settings.VITRINE_DIVERSITY,
        steering=steering_of(rules, anchor=product, found=[facts.product_id for facts in found], now=now),
    )
    return Looks(row, wanted, encoder)


def _with_pinned(
    matches: list[Match], rules: Rules, product: Product, filters: ProductFilters, encoder: Encoder
) -> list[Match]:
    """What is pinned is found, however far away it is, if anything is."""
    there = {match.product_id for match in matches}
    missing = [pk for pk in pins_of(rules, anchor=product) if pk not in there] if matches else []
    if not missing:
        return matches
    return matches + pinned_matches(missing, anchor=product, filters=filters, encoder=encoder)


def _like_all(
    products: Sequence[Product], filters: ProductFilters, limit: int, encoder: Encoder
) -> list[Match]:
    """Those nearest to the middle of their looks, of the department that they share."""
    vectors = first_vectors([product.pk for product in products], encoder=encoder)
    if not vectors:
        return []
    genders = {product.gender for product in products}
    narrowed = replace(
        filters,
        genders=filters.genders or ((*genders, "unisex") if len(genders) == 1 else ()),
        exclude_product_ids=(*filters.exclude_product_ids, *(product.pk for product in products)),
    )
    middle = np.mean(list(vectors.values()), axis=0)
    return nearest(middle, filters=narrowed, limit=limit, encoder=encoder)
