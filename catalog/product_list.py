"""A list of products as a query string asks for it: what pages and the API share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .filters import ProductFilters
from .forms import ProductListForm
from .querysets import ProductQuerySet
from .selectors import Facets
from .sorts import SORTS, Sort
from .textsearch import words_of

FormT = TypeVar("FormT", bound=ProductListForm)


@dataclass(frozen=True)
class ProductList(Generic[FormT]):
    """`products`, in order, match what is valid in `form`; cards picture them in one of `colours`, if any."""

    form: FormT
    filters: ProductFilters
    products: ProductQuerySet
    colours: tuple[str, ...]


def product_list(
    *,
    form_class: type[FormT],
    data: Mapping[str, Any],
    scope: ProductQuerySet,
    choices: Facets,
    sorts: Mapping[str, Sort] = SORTS,
    text: str = "",
) -> ProductList[FormT]:
    """What `data`, read by `form_class`, asks of `scope`; `choices` are the values found in `scope`.

    Products are pictured in the colours that are filtered by, or that `text` names. What is sold out is last.
    """
    form = form_class(data, choices=choices, sorts={key: sort.label for key, sort in sorts.items()})
    form.is_valid()
    filters = form.filters()
    products = sorts[form.order].order(scope.matching(filters))
    if not filters.in_stock:  # else asking each would find what is asked for already
        products = products.sold_out_last()
    colours = filters.colours or _named(text, choices)
    return ProductList(form, filters, products, colours)


def _named(text: str, choices: Facets) -> tuple[str, ...]:
    words = set(words_of(text))
    return tuple(colour.value for colour in choices.colours if words.issuperset(words_of(colour.value)))
