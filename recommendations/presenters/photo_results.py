"""What a search by photo found, and the ways on from there."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from catalog.cards import ProductCard
from catalog.filter_panel import FilterPanel, filter_panel
from catalog.forms import ProductFilterForm, Selection
from catalog.selectors import Facets

from ..guesses import guesses, suggestions
from ..models import PhotoQuery
from ..refinements import IN_STOCK, Values, asked, link, pair, query_dict, with_guesses
from ..selectors import Match, nearest
from ..selectors.sold import sold_facets
from ..strength import is_weak
from .cards import cards_of

PAGE_SIZE = 24
MOST = 96
"""Further down the nearest are hardly alike; nobody pages there."""


class UnknownFilter(ValueError):  # noqa: N818 - it says what is the case
    """A filter that a new search cannot begin with. `str()` is a translated sentence; the answer is a 400."""

    status = HTTPStatus.BAD_REQUEST


@dataclass(frozen=True)
class Chip:
    """A filter that one tap adds or removes; `pair` is its form field."""

    label: str
    field_label: str
    pair: str


@dataclass(frozen=True)
class PhotoResults:
    """`total` counts the matches, of which `cards` are shown; the next step shows `more`, None at the end.

    `guessed` and `any` are the fields by which a form tells guesses from choices. `left_out` is a guess that
    would have left nothing. `status` is 400 when a filter was not understood and left out.
    """

    cards: list[ProductCard]
    total: int
    more: int | None
    more_url: str
    url: str
    weak: bool
    panel: FilterPanel
    chips: list[Chip]
    suggestions: list[Chip]
    guessed: list[str]
    any: tuple[str, ...]
    left_out: str
    status: int

    @property
    def is_capped(self) -> bool:
        """Whether there may be more matches than are ever shown."""
        return self.total == MOST

    @property
    def next_count(self) -> int:
        return min(PAGE_SIZE, self.total - len(self.cards))


@dataclass(frozen=True)
class _Search:
    matches: list[Match]
    form: ProductFilterForm
    guessed: Values


def shown_count(data: QueryDict) -> int:
    """How many results a request asks for. Raises Http404 unless it is one of the steps."""
    text = data.get("show", str(PAGE_SIZE))
    if text not in map(str, range(PAGE_SIZE, MOST + 1, PAGE_SIZE)):
        raise Http404(_("This page of the results does not exist."))
    return int(text)


def check_filters(data: QueryDict) -> None:
    """Raises UnknownFilter for a search that is yet to begin. One that goes on leaves a bad filter out."""
    if values := asked(data):
        form = _filter_form(with_guesses(values, {})[0], sold_facets())
        for name, sentences in form.errors.items():
            raise UnknownFilter(f"{form[name].label}: {sentences[0]}")


def photo_results(*, query: PhotoQuery, data: QueryDict) -> PhotoResults:
    """What `query` finds under the filters in `data`, in a constant number of queries. Raises Http404."""
    shown, path, values = shown_count(data), query.get_absolute_url(), asked(data)
    sold = sold_facets()
    search, left_out = _search(query, values, sold)
    total = len(search.matches)
    more = shown + PAGE_SIZE if shown < total else None
    chosen = list(search.form.selections())
    likely = suggestions(query.labels, sold, {selection.name for selection in chosen})
    return PhotoResults(
        cards=cards_of(search.matches[:shown]),
        total=total,
        more=more,
        more_url=link(path, values, show=more),
        url=link(path, values, show=shown if shown > PAGE_SIZE else None),
        weak=is_weak(search.matches, query.encoder.key),
        panel=filter_panel(form=search.form, action=path),
        chips=[_chip(search.form, selection) for selection in chosen],
        suggestions=[_chip(search.form, selection) for selection in likely],
        guessed=[pair(name, value) for name, (value,) in search.guessed.items()],
        any=values.get("any", ()),
        left_out=left_out,
        status=HTTPStatus.BAD_REQUEST if search.form.errors else HTTPStatus.OK,
    )


def _search(query: PhotoQuery, values: Values, sold: Facets) -> tuple[_Search, str]:
    """Under all guesses; without those that the photo gave where nothing is left. And what was left out."""
    search = _nearest(query, values, guesses(query.labels, sold), sold)
    read = [value for name, (value,) in search.guessed.items() if name != "in_stock"]
    if search.matches or not read:
        return search, ""
    return _nearest(query, values, {"in_stock": IN_STOCK}, sold), ", ".join(read)


def _nearest(query: PhotoQuery, values: Values, guessed: dict[str, str], sold: Facets) -> _Search:
    applied, used = with_guesses(values, guessed)
    form = _filter_form(applied, sold)
    matches = nearest(query.vector, filters=form.filters(), limit=MOST, encoder=query.encoder)
    return _Search(matches, form, used)


def _filter_form(values: Values, sold: Facets) -> ProductFilterForm:
    form = ProductFilterForm(query_dict(values), choices=sold)
    form.is_valid()
    return form


def _chip(form: ProductFilterForm, selection: Selection) -> Chip:
    label = str(form[selection.name].label)
    return Chip(selection.label, label, pair(selection.name, selection.value))
