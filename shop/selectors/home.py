"""What the home page shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from catalog.cards import CardImage, ProductCard, card_image, product_cards
from catalog.models import Category, Product, ProductImage

NEW_IN = 12


@dataclass(frozen=True)
class CategoryTile:
    """A category with something to show, here or below; `children` are one level of the same."""

    name: str
    url: str
    image: CardImage | None
    children: tuple[CategoryTile, ...]


@dataclass(frozen=True)
class HomePage:
    tiles: tuple[CategoryTile, ...]
    new_in: tuple[ProductCard, ...]

    @property
    def is_empty(self) -> bool:
        return not self.tiles


def home_page() -> HomePage:
    """The tree of categories that have published products, and the newest products in stock."""
    newest = Product.objects.published().in_stock().newest().with_card_data()[:NEW_IN]
    return HomePage(tiles=_Tiles().below(None), new_in=tuple(product_cards(newest)))


class _Tiles:
    """The tree, built in memory from three queries."""

    def __init__(self) -> None:
        shown = Category.objects.filter(Exists(_products()))
        self._cover_ids: dict[int, int | None] = dict(shown.values_list("pk", Subquery(_covers())))
        self._images = ProductImage.objects.in_bulk([pk for pk in self._cover_ids.values() if pk])
        self._children: dict[int | None, list[Category]] = defaultdict(list)
        for category in Category.objects.all():
            self._children[category.parent_id].append(category)

    def below(self, category_id: int | None) -> tuple[CategoryTile, ...]:
        tiles = (self._tile(category) for category in self._children[category_id])
        return tuple(tile for tile in tiles if tile is not None)

    def _tile(self, category: Category) -> CategoryTile | None:
        children = self.below(category.pk)
        if category.pk not in self._cover_ids and not children:
            return None
        image = self._cover(category) or next((child.image for child in children if child.image), None)
        return CategoryTile(category.name, category.get_absolute_url(), image, children)

    def _cover(self, category: Category) -> CardImage | None:
        image = self._images.get(self._cover_ids.get(category.pk) or 0)
        return card_image(image, category.name) if image else None


def _products() -> QuerySet[Product]:
    return Product.objects.published().filter(category=OuterRef("pk"))


def _covers() -> QuerySet[ProductImage, int]:
    images = ProductImage.objects.filter(product__category=OuterRef("pk"), product__is_published=True)
    return images.order_by("-product_id", "position", "id").values_list("pk", flat=True)[:1]
