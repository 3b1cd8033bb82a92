"""Products for one shopper: near what was liked, something beyond it, and what a newcomer sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.conf import settings

from catalog.filters import ProductFilters
from catalog.models import Product

from ..models import Encoder
from ..ranking import Facts, Vector, Wanted, ranked, weights
from ..ranking.rank import POOL
from ..tastes import VARIETY, Deed, Did, Taste, explored, liking, mixed, tastes
from .encoders import active_encoder
from .facts import facts_of
from .popular import new_products, popular_products
from .steering import hidden_by, rules_in_force
from .vector_search import nearest
from .vectors import first_vectors

_WANTED = Wanted()


class Why(StrEnum):
    LIKE = "like"
    POPULAR = "popular"
    NEW = "new"


@dataclass(frozen=True)
class ForYou:
    """`like` is the product of the history that it is most like, where that is why."""

    product_id: int
    why: Why
    like: int | None = None


def for_you(*, deeds: Sequence[Deed], now: datetime, limit: int, without: Sequence[int] = ()) -> list[ForYou]:
    """Up to `limit`, in stock; nothing that was bought, is in the history otherwise, or is in `without`.

    In a bounded number of queries. Popular and new ones where there is no history that tells anything.
    """
    known = {deed.product_id for deed in deeds if deed.did is not Did.SEEN}
    hidden = known | set(without) | hidden_by(rules_in_force(now=now))
    beyond = _beyond(hidden, now, limit)
    found = _of_tastes(liking(deeds), hidden, now, limit)
    if not found:
        return beyond[:limit]
    seen = {one.product_id for one in found}
    others = [one for one in beyond if one.product_id not in seen]
    return explored(found, others, limit)


def _beyond(hidden: set[int], now: datetime, limit: int) -> list[ForYou]:
    """What many buy and what is new, by turns."""
    popular = [pk for pk in popular_products(now=now) if pk not in hidden]
    new = [pk for pk in new_products(limit=limit + len(hidden)) if pk not in hidden and pk not in popular]
    both = mixed([popular, new], [1, 1], limit)
    return [ForYou(pk, Why.POPULAR if pk in popular else Why.NEW) for pk in both]


def _of_tastes(liked: Mapping[int, float], hidden: set[int], now: datetime, limit: int) -> list[ForYou]:
    encoder = active_encoder()
    vectors = first_vectors(list(liked), encoder=encoder) if liked else {}
    found = tastes(vectors, liked)
    genders = _genders(vectors)
    rows = [_row(taste, genders, hidden, encoder, now, limit) for taste in found]
    likes = {
        facts.product_id: _most_like(facts, taste, vectors)
        for taste, row in zip(found, rows, strict=True)
        for facts in row
    }
    ids = mixed([[facts.product_id for facts in row] for row in rows], [t.weight for t in found], limit)
    return [ForYou(pk, Why.LIKE, likes[pk]) for pk in ids]


def _row(
    taste: Taste, genders: Mapping[int, str], hidden: set[int], encoder: Encoder, now: datetime, limit: int
) -> list[Facts]:
    own = {genders[pk] for pk in taste.product_ids if pk in genders}
    filters = ProductFilters(
        in_stock=True,
        genders=(*own, "unisex") if own else (),
        exclude_product_ids=tuple(hidden),
    )
    near = nearest(taste.vector, filters=filters, limit=POOL * limit // 2, encoder=encoder)
    facts, _ = facts_of(near, encoder=encoder, now=now)
    row = ranked(
        facts,
        _WANTED,
        limit=limit,
        weights=weights(settings.VITRINE_RANKING),
        diversity=VARIETY,
    )
    return [product.facts for product in row]


def _genders(vectors: Mapping[int, Vector]) -> dict[int, str]:
    return dict(Product.objects.filter(pk__in=list(vectors)).values_list("pk", "gender"))


def _most_like(facts: Facts, taste: Taste, vectors: Mapping[int, Vector]) -> int:
    return max(taste.product_ids, key=lambda pk: float(vectors[pk] @ facts.vector))
