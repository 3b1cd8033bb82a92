"""What to wear with a product, or with what is in a cart."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.cards import ProductCard, product_cards
from catalog.models import Product
from shop.models import Cart, CartLine

from ..selectors.outfit import complete_the_look

FEWEST = 2
"""Fewer are no row."""


@dataclass(frozen=True)
class Outfit:
    """`notes` say of each product, by its id, how it came here; `product` is None for a cart's."""

    product: Product | None
    cards: list[ProductCard]
    notes: dict[int, str]

    @property
    def is_too_few(self) -> bool:
        return len(self.cards) < FEWEST


def outfit_of(product: Product) -> Outfit:
    """In a bounded number of queries."""
    return _outfit(product, [product])


def outfit_of_cart(cart: Cart) -> Outfit:
    """For what was put in last, without the parts of an outfit that are in the cart already."""
    lines = CartLine.objects.filter(cart=cart) if cart.pk else CartLine.objects.none()
    latest = lines.select_related("variant__product").order_by("-added_at", "-pk")
    return _outfit(None, list(dict.fromkeys(line.variant.product for line in latest)))


def _outfit(product: Product | None, products: Sequence[Product]) -> Outfit:
    companions = complete_the_look(products=products, now=timezone.now())
    notes = {
        companion.product_id: _("Bought together")
        if companion.is_bought
        else _("Goes with it in colour and style")
        for companion in companions
    }
    return Outfit(product, product_cards(companion.product_id for companion in companions), notes)
