"""What the home page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from catalog.cards import ProductCard, product_cards, share_picture
from catalog.models import Category, Product, ProductImage
from catalog.pictures import CardImage, ShareImage, card_image

NEW_IN = 12
LEAD = 3


@dataclass(frozen=True)
class CategoryTile:
    """A category with something to show, here or below; `children` are one level of the same."""

    name: str
    url: str
    image: CardImage | None
    children: tuple[CategoryTile, ...]


@dataclass(frozen=True)
class HomePage:
    """`lead` are LEAD of the new products, pictured at the top; none where there are not so many pictures."""

    tiles: tuple[CategoryTile, ...]
    new_in: tuple[ProductCard, ...]
    lead: tuple[ProductCard, ...]

    @property
    def share_picture(self) -> ShareImage | None:
        return share_picture(self.new_in)

    @property
    def is_empty(self) -> bool:
        return not self.tiles


def home_page() -> HomePage:
    """The tree of categories that have published products, and the newest products in stock."""
    cards = tuple(product_cards(Product.objects.published().in_stock().newest().ids()[:NEW_IN]))
    lead = _lead(cards)
    return HomePage(tiles=_Tiles(lead).below(None), new_in=cards, lead=lead)


def _lead(cards: tuple[ProductCard, ...]) -> tuple[ProductCard, ...]:
    """Spread over the new ones: neighbours are often of a kind."""
    pictured = [card for card in cards if card.image]
    return tuple(pictured[:: len(pictured) // LEAD][:LEAD]) if len(pictured) >= LEAD else ()


class _Tiles:
    """The tree, built in memory from three queries.

    A category shows its newest product's picture, one of the lead only where there is no other; one without
    products of its own shows the newest of those below.
    """

    def __init__(self, lead: tuple[ProductCard, ...]) -> None:
        categories = Category.objects.all()
        self._newest: dict[int, int | None] = dict(categories.values_list("pk", _newest_but(lead)))
        self._images = _first_images(product_id for product_id in self._newest.values() if product_id)
        self._children: dict[int | None, list[Category]] = defaultdict(list)
        for category in categories:
            self._children[category.parent_id].append(category)

    def below(self, category_id: int | None) -> tuple[CategoryTile, ...]:
        tiles = (self._tile(category) for category in self._children[category_id])
        return tuple(tile for tile in tiles if tile is not None)

    def _tile(self, category: Category) -> CategoryTile | None:
        children = self.below(category.pk)
        if self._newest[category.pk] is None and not children:
            return None
        image = self._image(category)
        shown = card_image(image, category.name) if image else None
        return CategoryTile(category.name, category.get_absolute_url(), shown, children)

    def _image(self, category: Category) -> ProductImage | None:
        own = self._images.get(self._newest[category.pk] or 0)
        if own:
            return own
        below = filter(None, map(self._image, self._children[category.pk]))
        return max(below, key=lambda image: (image.product.created_at, image.product_id), default=None)


def _newest_but(lead: tuple[ProductCard, ...]) -> Coalesce:
    """A category's newest product, by its id."""
    products = Product.objects.published().filter(category=OuterRef("pk")).newest().values("pk")
    others = products.exclude(pk__in=[card.product_id for card in lead])
    return Coalesce(Subquery(others[:1]), Subquery(products[:1]))


def _first_images(product_ids: Iterable[int]) -> dict[int, ProductImage]:
    images = ProductImage.objects.filter(product__in=list(product_ids)).select_related("product")
    firsts = images.order_by("product_id", "position", "id").distinct("product_id")
    return {image.product_id: image for image in firsts}
