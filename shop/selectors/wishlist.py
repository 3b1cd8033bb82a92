"""What a wish-list holds."""

from dataclasses import dataclass

from catalog.cards import ProductCard, product_cards
from catalog.models import Product

from ..models import WishList


@dataclass(frozen=True)
class Wishes:
    """`cards` of what is sold, the latest wish first; `withdrawn` is not sold any more."""

    cards: tuple[ProductCard, ...] = ()
    withdrawn: tuple[Product, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.cards or self.withdrawn)


def wishes_of(*, wishlist: WishList) -> Wishes:
    """In two queries for any number of wishes."""
    if wishlist.pk is None:
        return Wishes()
    wished = Product.objects.filter(wishes__wishlist=wishlist).order_by("-wishes__added_at", "-wishes__id")
    products = list(wished)
    return Wishes(
        cards=tuple(product_cards(product.pk for product in products if product.is_published)),
        withdrawn=tuple(product for product in products if not product.is_published),
    )
