"""The history of a product as a page tells it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from ..facts import Difference, differences
from ..models import Act, Product, ProductRevision


@dataclass(frozen=True)
class Step:
    """A revision with what it changed; `is_now` when the product is still so."""

    revision: ProductRevision
    changes: list[Difference]
    is_now: bool


def history_of(product_id: int, *, most: int = 100, costs: bool = True) -> list[Step]:
    """The newest first, without `costs` for who may not know them."""
    revisions = list(ProductRevision.objects.filter(product=product_id)[: most + 1])
    befores = [*revisions, None][1:]
    steps = [
        Step(
            revision,
            differences(before.facts, revision.facts, costs=costs) if before else [],
            place == 0,
        )
        for place, (revision, before) in enumerate(zip(revisions, befores, strict=True))
    ]
    return steps[:most]


def deleted_products() -> QuerySet[ProductRevision]:
    """The last revision of each product that is not there any more."""
    alive = Product.objects.filter(pk=OuterRef("product_id"))
    return ProductRevision.objects.filter(~Exists(alive), act=Act.DELETED)
