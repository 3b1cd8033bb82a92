"""From matches to the shop's own tiles."""

from collections.abc import Sequence

from catalog.cards import ProductCard, product_cards
from catalog.models import Product

from ..selectors import Match


def cards_of(matches: Sequence[Match]) -> list[ProductCard]:
    """One tile a match, in their order; a product that was unpublished meanwhile is left out."""
    ids = [match.product_id for match in matches]
    products = Product.objects.published().with_card_data().in_bulk(ids)
    return product_cards(products[pk] for pk in ids if pk in products)
