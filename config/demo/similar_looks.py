"""How good the similar looks of the demo catalogue are, counted on what the shop itself would show."""

from dataclasses import dataclass

from .terminal import say

PRODUCTS = 100
LOOKS = 8


@dataclass(frozen=True)
class Likeness:
    """Of so many similar looks of each product: how many share its type, and its colour family as well."""

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
    kinds = _kinds()
    types = families = 0
    for product in chosen:
        kind, family = kinds[product.pk]
        near = [kinds[card.product_id] for card in similar_looks(product).cards[:looks]]
        types += sum(other == kind for other, _ in near)
        families += sum((other, colours) == (kind, family) for other, colours in near)
    count = max(1, len(chosen))
    return Likeness(len(chosen), types / count, families / count)


def _kinds() -> dict[int, tuple[str, str]]:
    """Each product's type, and the family of its first colour."""
    from catalog.demo.palette import FAMILIES
    from catalog.models import Product

    kinds: dict[int, tuple[str, str]] = {}
    for product in Product.objects.prefetch_related("variants"):
        first = next(iter(product.variants.all()), None)
        colour = first.colour if first else ""
        kinds[product.pk] = product.product_type, FAMILIES.get(colour, colour)
    return kinds
