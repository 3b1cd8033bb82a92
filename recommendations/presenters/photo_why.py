"""Why a tile is among the results of a search by photo, for its button to say."""

from dataclasses import dataclass

from catalog.cards import ProductCard

from ..guesses import Labels
from ..models import PhotoQuery
from ..reasons import reasons
from ..selectors.encoders import tells_patches


@dataclass(frozen=True)
class PhotoWhy:
    """`labels` are what was read from the photo."""

    labels: Labels

    def shared(self, card: ProductCard) -> str:
        """What the product has of it, in words; empty if nothing."""
        return ", ".join(reasons(self.labels, product_type=card.product_type, colours=card.colours))


def photo_why(query: PhotoQuery) -> PhotoWhy | None:
    """None where the search's encoder cannot say which patch of the photo is alike."""
    return PhotoWhy(query.labels) if tells_patches(query.encoder.key) else None
