"""A list of products with filters, an order and pages: what categories and text search have in common."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..cards import ProductCard, product_cards
from ..filter_panel import FilterPanel, Pair, filter_panel, page_url, selected_pairs
from ..forms import ProductListForm
from ..models import Product
from ..querysets import ProductQuerySet
from ..selectors import product_facets

PAGE_SIZE = 24


@dataclass(frozen=True)
class Sort:
    label: str | Promise
    order: Callable[[ProductQuerySet], ProductQuerySet]


SORTS: Mapping[str, Sort] = {
    "newest": Sort(gettext_lazy("Newest"), lambda products: products.newest()),
    "price_up": Sort(gettext_lazy("Lowest price"), lambda products: products.by_price()),
    "price_down": Sort(gettext_lazy("Highest price"), lambda products: products.by_price(descending=True)),
}


@dataclass(frozen=True)
class Link:
    """`url` is empty where pages are left out."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Listing:
    """`status` is 400 when a filter was not understood; the list is then whole, without that filter."""

    panel: FilterPanel
    page: "Page[Product]"
    cards: list[ProductCard]
    sorts: list[Link]
    pages: list[Link]
    previous_url: str
    next_url: str
    status: int


def product_listing(
    *,
    request: HttpRequest,
    scope: ProductQuerySet,
    sorts: Mapping[str, Sort] = SORTS,
    hidden: Sequence[Pair] = (),
) -> Listing:
    """The part of `scope` that the query string asks for. `hidden` is what it must say to come back here.

    Raises Http404 for a page that does not exist.
    """
    choices = product_facets(scope=scope)
    form = ProductListForm(
        request.GET, choices=choices, sorts={key: sort.label for key, sort in sorts.items()}
    )
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.BAD_REQUEST
    filters = form.filters()
    counts = product_facets(scope=scope, filters=filters) if filters else choices
    products = sorts[form.order].order(scope.matching(filters))
    page = _page(products, counts.total, request.GET.get("page", "1"))
    links = _Links(request.path, hidden, form)
    return Listing(
        panel=filter_panel(form=form, action=request.path, counts=counts, hidden=links.hidden_with_sort),
        page=page,
        cards=product_cards(page),
        sorts=[Link(str(sort.label), links.sort(key), key == form.order) for key, sort in sorts.items()],
        pages=links.pages(page),
        previous_url=links.page(page.previous_page_number()) if page.has_previous() else "",
        next_url=links.page(page.next_page_number()) if page.has_next() else "",
        status=status,
    )


def _page(products: ProductQuerySet, total: int, number: str) -> "Page[Product]":
    paginator = Paginator(products.with_card_data(), PAGE_SIZE)
    paginator.count = total  # known from the facets; the paginator would ask the database again
    try:
        return paginator.page(number)
    except InvalidPage as error:
        raise Http404(_("This page of the list does not exist.")) from error


class _Links:
    """The same list in another order, or another page of it."""

    def __init__(self, path: str, hidden: Sequence[Pair], form: ProductListForm) -> None:
        self._path = path
        self._hidden = list(hidden)
        self._selected = selected_pairs(form)
        self.hidden_with_sort = [*hidden, *form.sort_pairs()]

    def sort(self, key: str) -> str:
        return page_url(self._path, [*self._hidden, *self._selected, ("sort", key)])

    def page(self, number: int) -> str:
        return page_url(self._path, [*self.hidden_with_sort, *self._selected, ("page", str(number))])

    def pages(self, page: "Page[Product]") -> list[Link]:
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return [
            Link(str(number), self.page(number) if isinstance(number, int) else "", number == page.number)
            for number in numbers
        ]
