"""The row of products that look like one product."""

from dataclasses import dataclass, replace

from django.utils import timezone

from catalog.cards import ProductCard, product_cards
from catalog.filters import ProductFilters
from catalog.models import Product

from ..selectors.looks import looks_like
from .cards import cards_in

LOOKS = 12
FEWEST = 4
"""Fewer are no row on a product's page."""


@dataclass(frozen=True)
class SimilarLooks:
    """Other products in stock, the best first and then a variety; `by_look` is false where the category's
    newest stand in.

    `size` is what they can all be had in; empty where any will do.
    """

    product: Product
    cards: list[ProductCard]
    by_look: bool
    size: str = ""

    @property
    def is_too_few(self) -> bool:
        """For a row; of a product that is not sold any more even one is worth showing."""
        return len(self.cards) < (FEWEST if self.product.is_published else 1)


def similar_looks(product: Product, *, size: str = "") -> SimilarLooks:
    """Up to LOOKS tiles, in a constant number of queries."""
    filters = ProductFilters(in_stock=True, sizes=(size,) if size else ())
    looks = looks_like(product=product, filters=filters, limit=LOOKS, now=timezone.now())
    if looks:
        cards = cards_in([look.facts.product_id for look in looks])
        return SimilarLooks(product, cards, by_look=True, size=size)
    return SimilarLooks(product, _newest_in_category(product, filters), by_look=False, size=size)


def _newest_in_category(product: Product, filters: ProductFilters) -> list[ProductCard]:
    narrowed = replace(filters, category_id=product.category_id, exclude_product_ids=(product.pk,))
    newest = Product.objects.published().matching(narrowed).newest().with_card_data()
    return product_cards(newest[:LOOKS])
