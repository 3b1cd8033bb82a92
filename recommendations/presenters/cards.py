"""From matches to the shop's own tiles."""

from collections.abc import Collection, Sequence

from catalog.cards import ProductCard, product_cards

from ..selectors import Match


def cards_of(matches: Sequence[Match], *, colours: Collection[str]) -> list[ProductCard]:
    """One tile a match, in their order, in one of `colours` where it has a picture of it; a product that was
    unpublished meanwhile is left out."""
    return product_cards((match.product_id for match in matches), colours=colours)
