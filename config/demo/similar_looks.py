"""How good the similar looks of the demo catalogue are, counted on what the shop itself would show."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .terminal import say

if TYPE_CHECKING:
    from catalog.cards import ProductCard
    from catalog.models import Product

PRODUCTS = 100
LOOKS = 8


@dataclass(frozen=True)
class Likeness:
    """Of so many similar looks of each product: how many share its type, and how many of these are shown in a
    colour of its family."""

    products: int
    same_type: float
    same_type_and_family: float


def report_similar_looks() -> None:
    """Says what was measured; nothing when there is nothing to measure."""
    likeness = measure(products=PRODUCTS, looks=LOOKS)
    if likeness.products:
        say(
            f"Similar looks: of the first {LOOKS}, {likeness.same_type:.1f} share the type, "
            f"{likeness.same_type_and_family:.1f} the type and the colour family "
            f"(over {likeness.products} products)."
        )


def measure(*, products: int, looks: int) -> Likeness:
    """Counts in the rows on the pages of so many products of the demo, spread evenly."""
    from catalog.models import Product  # models exist after setup only
    from recommendations.presenters.similar_looks import similar_looks

    demo = Product.objects.published().filter(external_id__startswith="demo-").order_by("external_id")
    ids = list(demo.values_list("pk", flat=True))
    chosen = list(demo.filter(pk__in=ids[:: max(1, len(ids) // products)][:products]))
    types_of = dict(Product.objects.values_list("pk", "product_type"))
    types = families = 0
    for product in chosen:
        family = _first_family(product)
        for card in similar_looks(product).cards[:looks]:
            if types_of[card.product_id] == product.product_type:
                types += 1
                families += _shown_family(card) == family
    count = max(1, len(chosen))
    return Likeness(len(chosen), types / count, families / count)


def _first_family(product: "Product") -> str:
    first = product.variants.first()
    return _family(first.colour if first else "")


def _shown_family(card: "ProductCard") -> str:
    """Of the colour that the picture of the tile says it shows, else of the first that the product has."""
    said = card.picture.alt_text.lower() if card.picture else ""
    shown = [colour for colour in card.colours if colour.lower() in said]
    return _family(next(iter(shown or card.colours), ""))


def _family(colour: str) -> str:
    from catalog.demo.palette import FAMILIES

    return FAMILIES.get(colour, colour)
