"""The orders that a list of products may be in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from .querysets import ProductQuerySet


@dataclass(frozen=True)
class Sort:
    label: str | Promise
    order: Callable[[ProductQuerySet], ProductQuerySet]


SORTS: Mapping[str, Sort] = {
    "newest": Sort(gettext_lazy("Newest"), lambda products: products.newest()),
    "price_up": Sort(pgettext_lazy("order", "Lowest price"), lambda products: products.by_price()),
    "price_down": Sort(
        pgettext_lazy("order", "Highest price"), lambda products: products.by_price(descending=True)
    ),
}
SEARCH_SORTS: Mapping[str, Sort] = {
    "best": Sort(gettext_lazy("Best match"), lambda products: products),
    **SORTS,
}
"""For what was found by words: it comes in an order of its own."""
