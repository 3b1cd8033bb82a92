"""From matches to the shop's own tiles."""

from collections.abc import Sequence

from catalog.cards import ProductCard, product_cards

from ..selectors import Match


def cards_of(matches: Sequence[Match]) -> list[ProductCard]:
    """One tile a match, in their order; a product that was unpublished meanwhile is left out."""
    return product_cards(match.product_id for match in matches)
