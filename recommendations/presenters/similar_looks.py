"""The row of products that look like one product, and the page of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db.models import Min
from django.utils import timezone

from catalog.cards import ProductCard, product_cards
from catalog.filters import ProductFilters
from catalog.models import Product, Variant
from catalog.selectors import Facets, sold_facets

from ..selectors.looks import Looks, looks_like
from ..strength import Strength
from ..twists import Twist
from .look_notes import LookNote, look_notes
from .look_twists import TwistGroup, TwistLink, beside_links, twist_groups

LOOKS = 12
ALL_LOOKS = 24
FEWEST = 4
"""Fewer are no row on a product's page."""
AS_IT_IS = Twist()


@dataclass(frozen=True)
class SimilarLooks:
    """Other products in stock, the best first and then a variety; `by_look` is false where the category's
    newest stand in.

    `twist` is what is asked to be different; `found` is what the tiles were made of.
    """

    product: Product
    cards: list[ProductCard]
    by_look: bool
    twist: Twist = AS_IT_IS
    found: Looks | None = None
    groups: list[TwistGroup] = field(default_factory=list)
    beside: list[TwistLink] = field(default_factory=list)

    @cached_property
    def notes(self) -> Mapping[int, LookNote]:
        """How close each is and why, by product id; made where a page says it."""
        return look_notes(self.found) if self.found else {}

    @property
    def size(self) -> str:
        """What they can all be had in; empty where any will do."""
        return self.twist.size

    @property
    def is_too_few(self) -> bool:
        """For a row; of a product that is not sold any more even one is worth showing."""
        return len(self.cards) < (FEWEST if self.product.is_published else 1)

    @property
    def is_weak(self) -> bool:
        """Whether even the closest is most likely of another type; false where nothing is known of it."""
        strengths = [note.strength for note in self.notes.values() if note.strength]
        return bool(strengths) and all(strength is Strength.NOTHING_CLOSE for strength in strengths)

    def with_url(self, slug: str) -> str:
        """The query string that asks for what is like this product and another one."""
        return self.twist.query(beside=(*self.twist.beside, slug))


def similar_looks(product: Product, *, twist: Twist = AS_IT_IS) -> SimilarLooks:
    """Up to LOOKS tiles, in a constant number of queries."""
    return _similar_looks(product, twist, LOOKS)


def all_similar_looks(product: Product, *, twist: Twist) -> SimilarLooks:
    """Up to ALL_LOOKS tiles and the ways to ask for others, in a constant number of queries."""
    return _similar_looks(product, twist, ALL_LOOKS, sold_facets())


def _similar_looks(product: Product, twist: Twist, limit: int, sold: Facets | None = None) -> SimilarLooks:
    others = list(Product.objects.published().filter(slug__in=twist.beside)) if twist.beside else []
    price = _lowest_price(product) if twist.price else None
    filters = twist.filters(price, [facet.value for facet in sold.colours] if sold else [])
    looks = looks_like(
        product=product, filters=filters, limit=limit, now=timezone.now(), beside=others, but=twist.but
    )
    by_look = bool(looks.products) or bool(twist)
    # In the colour that is asked for, or that the product itself has: it is what makes them alike.
    colours = filters.colours or looks.wanted.colours
    cards = product_cards((look.facts.product_id for look in looks.products), colours=colours)
    return SimilarLooks(
        product,
        cards if by_look else _newest_in_category(product, filters),
        by_look=by_look,
        twist=twist,
        found=looks,
        groups=twist_groups(product, twist, looks.wanted, sold) if sold else [],
        beside=beside_links(others, twist),
    )


def _lowest_price(product: Product) -> int | None:
    lowest: int | None = Variant.objects.filter(product=product).aggregate(lowest=Min("price_minor"))[
        "lowest"
    ]
    return lowest


def _newest_in_category(product: Product, filters: ProductFilters) -> list[ProductCard]:
    narrowed = replace(filters, category_id=product.category_id, exclude_product_ids=(product.pk,))
    return product_cards(Product.objects.published().matching(narrowed).newest().ids()[:LOOKS])
