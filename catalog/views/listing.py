"""A list of products with filters and an order, that grows: what categories and text search share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Self

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

from ..cards import ProductCard, product_cards
from ..filter_panel import FilterPanel, Pair, filter_panel, page_url, selected_pairs
from ..forms import MAX_SHOWN, STEP, ProductListForm
from ..product_list import product_list
from ..querysets import ProductQuerySet
from ..selectors import product_facets
from ..sorts import SORTS, Sort

MORE = "list-more"
"""The id of what stands below a list and leads to the rest of it."""


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Listing:
    """The products at the places `first` to `last` of `total`, from 1.

    `more_url` leads to the same list with `more_count` products more, or where the page is full to a page
    that begins after them (`more_is_new_page`); `before_url` leads back from such a page. They are empty
    where there is nothing. `status` is 400 when a filter was not understood: the list is then whole, without
    it.
    """

    panel: FilterPanel
    cards: list[ProductCard]
    total: int
    first: int
    last: int
    sorts: list[Link]
    before_url: str
    more_url: str
    more_count: int
    more_is_new_page: bool
    status: int


def product_listing(
    *,
    request: HttpRequest,
    scope: ProductQuerySet,
    sorts: Mapping[str, Sort] = SORTS,
    hidden: Sequence[Pair] = (),
    text: str = "",
) -> Listing:
    """The part of `scope` that the query string asks for. `hidden` is what it must say to come back here."""
    choices = product_facets(scope=scope)
    found = product_list(
        form_class=ProductListForm, data=request.GET, scope=scope, choices=choices, sorts=sorts, text=text
    )
    form, filters = found.form, found.filters
    counts = product_facets(scope=scope, filters=filters) if filters else choices
    part = _Part.of(form, counts.total, wants_more(request))
    links = _Links(request.path, hidden, form)
    return Listing(
        panel=filter_panel(form=form, action=request.path, counts=counts, hidden=links.hidden_with_sort),
        cards=product_cards(found.products.ids()[part.read_from - 1 : part.last], colours=found.colours),
        total=counts.total,
        first=part.first,
        last=part.last,
        sorts=[Link(str(sort.label), links.sort(key), key == form.order) for key, sort in sorts.items()],
        before_url=links.before(part),
        more_url=links.more(part),
        more_count=min(STEP, counts.total - part.last),
        more_is_new_page=part.is_full,
        status=HTTPStatus.BAD_REQUEST if form.errors else HTTPStatus.OK,
    )


def wants_more(request: HttpRequest) -> bool:
    """Whether the link below the list was followed in place: the next products are then the whole answer."""
    htmx: HtmxDetails = request.htmx  # type: ignore[attr-defined]
    return htmx.target == MORE and not htmx.history_restore_request


def render_listing(
    request: HttpRequest, template: str, listing: Listing, context: dict[str, object]
) -> HttpResponse:
    """The page, or the next products alone."""
    name = "catalog/more.html" if wants_more(request) else template
    response = render(request, name, {"listing": listing, **context}, status=listing.status)
    patch_vary_headers(response, ("HX-Target", "HX-History-Restore-Request"))
    return response


@dataclass(frozen=True)
class _Part:
    """The places `first` to `last`, of which those from `read_from` on are wanted."""

    first: int
    last: int
    total: int
    read_from: int
    is_full: bool

    @classmethod
    def of(cls, form: ProductListForm, total: int, only_last_step: bool) -> Self:
        first = form.first if form.first <= total else 1
        last = min(first + form.length - 1, total)
        read_from = max(first, first + form.length - STEP) if only_last_step else first
        return cls(first, last, total, read_from, is_full=form.length == MAX_SHOWN)


class _Links:
    """The same list in another order, or another part of it."""

    def __init__(self, path: str, hidden: Sequence[Pair], form: ProductListForm) -> None:
        self._path = path
        self._hidden = list(hidden)
        self._selected = selected_pairs(form)
        self.hidden_with_sort = [*hidden, *form.sort_pairs()]

    def sort(self, key: str) -> str:
        return page_url(self._path, [*self._hidden, *self._selected, ("sort", key)])

    def more(self, part: _Part) -> str:
        if part.last >= part.total:
            return ""
        if part.is_full:
            return self._part(part.last + 1, STEP)
        return self._part(part.first, part.last - part.first + 1 + STEP)

    def before(self, part: _Part) -> str:
        return self._part(max(1, part.first - MAX_SHOWN), STEP) if part.first > 1 else ""

    def _part(self, first: int, length: int) -> str:
        pairs = [("start", str(first))] if first > 1 else []
        pairs += [("shown", str(length))] if length > STEP else []
        return page_url(self._path, [*self.hidden_with_sort, *self._selected, *pairs])
