"""Which filter values a list has, and how many products each would leave."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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
    """The values of each filter, the most frequent first; genders in the order of the model.

    `total` products match all filters at once. `by_type`: for each type how many are for each gender.
    """

    types: tuple[Facet, ...] = ()
    genders: tuple[Facet, ...] = ()
    colours: tuple[Facet, ...] = ()
    total: int = 0
    by_type: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def by_field(self) -> dict[str, tuple[Facet, ...]]:
        """Under the names that query strings and forms use."""
        return {"type": self.types, "colour": self.colours, "gender": self.genders}


def product_facets(*, scope: ProductQuerySet, filters: ProductFilters | None = None) -> Facets:
    """The values found in `scope`, in two queries for any number of products.

    Under `filters` each group is counted by the filters of the other groups, so that a second value of the
    same group can be judged before it is ticked.
    """
    filters = filters or ProductFilters()
    scope = scope.order_by()
    types: Counter[str] = Counter()
    genders: Counter[str] = Counter()
    by_type: dict[str, dict[str, int]] = {}
    total = 0
    for product_type, gender, count in _type_and_gender_counts(scope, filters):
        has_type = not filters.types or product_type in filters.types
        has_gender = not filters.genders or gender in filters.genders
        types[product_type] += count * has_gender
        genders[gender] += count * has_type
        total += count * (has_type and has_gender)
        by_type.setdefault(product_type, {})[gender] = count
    return Facets(
        types=_by_frequency(types.items()),
        genders=tuple(Facet(value, str(value.label), genders[value]) for value in Gender if value in genders),
        colours=colour_facets(scope=scope, filters=replace(filters, colours=())),
        total=total,
        by_type=by_type,
    )


def _type_and_gender_counts(
    scope: ProductQuerySet, filters: ProductFilters
) -> Iterable[tuple[str, str, int]]:
    products = scope.matching(replace(filters, types=(), genders=()))
    return products.values_list("product_type", "gender").annotate(Count("pk"))


def colour_facets(*, scope: ProductQuerySet, filters: ProductFilters) -> tuple[Facet, ...]:
    """The colours found in `scope` under all of `filters`, in one query."""
    # Price and stock must hold for the variant that has the colour; the rest is the product's.
    products = scope.order_by().matching(filters.without_variant_fields())
    variants = Variant.objects.matching(filters).exclude(colour="").filter(product__in=products.values("pk"))
    return _by_frequency(variants.product_counts_by_colour())


def _by_frequency(counts: Iterable[tuple[str, int]]) -> tuple[Facet, ...]:
    ordered = sorted(counts, key=lambda item: (-item[1], item[0]))
    return tuple(Facet(value, value, count) for value, count in ordered)
