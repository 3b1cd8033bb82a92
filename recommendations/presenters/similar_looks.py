"""The row of products that look like one product."""

from dataclasses import dataclass

from catalog.cards import ProductCard, product_cards
from catalog.filters import ProductFilters
from catalog.models import Product

from ..selectors import similar_to
from .cards import cards_of

LOOKS = 12


@dataclass(frozen=True)
class SimilarLooks:
    """Other products in stock, best first; `by_look` is false where the category's newest stand in."""

    product: Product
    cards: list[ProductCard]
    by_look: bool


def similar_looks(product: Product) -> SimilarLooks:
    """Up to LOOKS tiles, in a constant number of queries."""
    matches = similar_to(product=product, filters=ProductFilters(in_stock=True), limit=LOOKS)
    if matches:
        return SimilarLooks(product, cards_of(matches), by_look=True)
    return SimilarLooks(product, _newest_in_category(product), by_look=False)


def _newest_in_category(product: Product) -> list[ProductCard]:
    filters = ProductFilters(
        category_id=product.category_id, in_stock=True, exclude_product_ids=(product.pk,)
    )
    newest = Product.objects.published().matching(filters).newest().with_card_data()
    return product_cards(newest[:LOOKS])
