"""From matches to the shop's own tiles."""

from collections.abc import Sequence

from catalog.cards import ProductCard, product_cards
from catalog.models import Product

from ..selectors import Match


def cards_of(matches: Sequence[Match]) -> list[ProductCard]:
    """One tile a match, in their order; a product that was unpublished meanwhile is left out."""
    return cards_in([match.product_id for match in matches])


def cards_in(product_ids: Sequence[int]) -> list[ProductCard]:
    """One tile a published product, in the order of their ids."""
    products = Product.objects.published().with_card_data().in_bulk(list(product_ids))
    return product_cards(products[pk] for pk in product_ids if pk in products)
