"""The row for one shopper, and the page that shows what it was made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.cards import ProductCard, product_cards
from catalog.models import Product

from ..selectors.for_you import ForYou, Why, for_you
from ..selectors.history import Visitor, history_of
from ..tastes import Did, liking

ROW = 12
PAGE = 24
HISTORY = 24
FEWEST = 4
"""Fewer are no row."""


@dataclass(frozen=True)
class ForYouRow:
    """`notes` say of each product, by its id, why it is here; `is_personal`: something is known to go by.

    `history` are the products that it was made from, the most telling first; only the page shows them.
    """

    cards: list[ProductCard]
    notes: Mapping[int, str]
    is_personal: bool
    history: list[ProductCard]

    @property
    def is_too_few(self) -> bool:
        return len(self.cards) < FEWEST


def for_you_row(visitor: Visitor, *, without: Sequence[int] = ()) -> ForYouRow:
    """`without` are the products that the page around it shows already."""
    return _row(visitor, ROW, history=0, without=without)


def for_you_page(visitor: Visitor) -> ForYouRow:
    return _row(visitor, PAGE, history=HISTORY)


def _row(visitor: Visitor, limit: int, *, history: int, without: Sequence[int] = ()) -> ForYouRow:
    now = timezone.now()
    deeds = history_of(visitor, now=now)
    found = for_you(deeds=deeds, now=now, limit=limit, without=without)
    told = [deed for deed in deeds if deed.did is not Did.SEEN]
    cards = [card for card in product_cards(one.product_id for one in found) if card.in_stock]
    return ForYouRow(
        cards,
        _notes(found),
        is_personal=any(one.why is Why.LIKE for one in found),
        history=product_cards(list(liking(told))[:history]) if history else [],
    )


def _notes(found: list[ForYou]) -> dict[int, str]:
    titles = dict(
        Product.objects.filter(pk__in=[one.like for one in found if one.like]).values_list("pk", "title")
    )
    return {one.product_id: _note(one, titles) for one in found}


def _note(one: ForYou, titles: Mapping[int, str]) -> str:
    if one.why is Why.POPULAR:
        return _("Popular")
    title = titles.get(one.like or 0)
    return _("Like %(title)s") % {"title": title} if title else _("New")
