"""Which filter values a list has, and how many products each would leave."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Count

from ..filters import ProductFilters
from ..models import Gender, Variant
from ..querysets import ProductQuerySet


@dataclass(frozen=True)
class Facet:
    """One value of a filter; `count` products have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facets:
    """The values of each filter, the most frequent first; genders in the order of the model."""

    types: tuple[Facet, ...] = ()
    genders: tuple[Facet, ...] = ()
    colours: tuple[Facet, ...] = ()

    def by_field(self) -> dict[str, tuple[Facet, ...]]:
        """Under the names that query strings and forms use."""
        return {"type": self.types, "colour": self.colours, "gender": self.genders}


def product_facets(*, scope: ProductQuerySet, filters: ProductFilters | None = None) -> Facets:
    """The values found in `scope`, in three queries for any number of products.

    Under `filters` each group is counted by the filters of the other groups, so that a second value of the
    same group can be judged before it is ticked.
    """
    filters = filters or ProductFilters()
    scope = scope.order_by()
    return Facets(
        types=_types(scope.matching(replace(filters, types=()))),
        genders=_genders(scope.matching(replace(filters, genders=()))),
        colours=_colours(scope, replace(filters, colours=())),
    )


def _types(products: ProductQuerySet) -> tuple[Facet, ...]:
    return _by_frequency(products.values_list("product_type").annotate(Count("pk")))


def _genders(products: ProductQuerySet) -> tuple[Facet, ...]:
    counts = dict(products.values_list("gender").annotate(Count("pk")))
    return tuple(Facet(gender, str(gender.label), counts[gender]) for gender in Gender if gender in counts)


def _colours(scope: ProductQuerySet, filters: ProductFilters) -> tuple[Facet, ...]:
    # Price and stock must hold for the variant that has the colour; the rest is the product's.
    products = scope.matching(filters.without_variant_fields())
    variants = Variant.objects.matching(filters).exclude(colour="").filter(product__in=products.values("pk"))
    return _by_frequency(variants.product_counts_by_colour())


def _by_frequency(counts: Iterable[tuple[str, int]]) -> tuple[Facet, ...]:
    ordered = sorted(counts, key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, value, count) for value, count in ordered)
