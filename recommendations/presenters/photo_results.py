"""What a search by photo found, and the ways on from there."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from numpy.typing import ArrayLike

from catalog.cards import ProductCard
from catalog.filter_panel import FilterPanel, filter_panel
from catalog.forms import ProductFilterForm
from catalog.models import Gender, Product
from catalog.selectors import Facets

from ..departments import departments_of
from ..feedback import moved
from ..guesses import Labels, genders_of, guesses
from ..models import PhotoQuery
from ..refinements import Values, asked, link, marks, pair, query_dict, with_guesses
from ..selectors import Match, nearest
from ..selectors.department import likely_departments
from ..selectors.marked import Marked, marked_products
from ..selectors.sold import sold_facets
from ..strength import Strength, strength_of
from .cards import cards_of
from .photo_chips import Chip, ChipGroup, applied_chips, chip_groups, marked_chips

PAGE_SIZE = 24
MOST = 96
"""Further down the nearest are hardly alike; nobody pages there."""
SORTS = {
    "": gettext_lazy("Most alike"),
    "price": gettext_lazy("Price, low to high"),
    "-price": gettext_lazy("Price, high to low"),
}


class UnknownFilter(ValueError):  # noqa: N818 - it says what is the case
    """A filter that a new search cannot begin with. `str()` is a translated sentence; the answer is a 400."""

    status = HTTPStatus.BAD_REQUEST


@dataclass(frozen=True)
class PhotoResults:
    """`total` counts the matches, of which `cards` are shown; the next step shows `more`, None at the end.

    `guessed`, `any`, `liked`, `disliked` and `sort` are what a form carries. `left_out` is a guess that would
    have left nothing, `words` what the photo shows, to search in words. `status` is 400 when a filter was not
    understood and left out.
    """

    cards: list[ProductCard]
    total: int
    more: int | None
    more_url: str
    url: str
    weak: bool
    panel: FilterPanel
    chips: list[Chip]
    groups: list[ChipGroup]
    guessed: list[str]
    any: tuple[str, ...]
    liked: list[int]
    disliked: list[int]
    sort: str
    left_out: str
    words: str
    status: int

    @property
    def is_capped(self) -> bool:
        """Whether there may be more matches than are ever shown."""
        return self.total == MOST

    @property
    def next_count(self) -> int:
        return min(PAGE_SIZE, self.total - len(self.cards))

    @property
    def count_text(self) -> str:
        return ngettext("%(total)d item", "%(total)d items", self.total) % {"total": self.total}

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Value, label, and whether it is the present one."""
        return [(value, str(label), value == self.sort) for value, label in SORTS.items()]


@dataclass(frozen=True)
class _Search:
    matches: list[Match]
    form: ProductFilterForm
    guessed: Values


@dataclass(frozen=True)
class _Sight:
    """What is searched with: the photo's vector, moved by what the shopper marked."""

    query: PhotoQuery
    vector: ArrayLike
    excluded: tuple[int, ...]


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
    shown, path, sold = shown_count(data), query.get_absolute_url(), sold_facets()
    values = _of_sold_genders(asked(data), sold)
    liked, disliked = marks(values)
    marked = _marked(query, [*liked, *disliked])
    search, left_out = _search(_sight(query, liked, disliked, marked), values, sold)
    total, sort = len(search.matches), _sort(values)
    more = shown + PAGE_SIZE if shown < total else None
    groups = chip_groups(search.form, query.labels, sold)
    return PhotoResults(
        cards=cards_of(_sorted(search.matches, sort)[:shown]),
        total=total,
        more=more,
        more_url=link(path, values, show=more),
        url=link(path, values, show=shown if shown > PAGE_SIZE else None),
        weak=not marked and _is_weak(search.matches, query),
        panel=filter_panel(form=search.form, action=path),
        chips=[*applied_chips(search.form, groups), *marked_chips(liked, disliked, marked)],
        groups=groups,
        guessed=[pair(name, value) for name, guess in search.guessed.items() for value in guess],
        any=values.get("any", ()),
        liked=liked,
        disliked=disliked,
        sort=sort,
        left_out=left_out,
        words=_words(query.labels),
        status=HTTPStatus.BAD_REQUEST if search.form.errors else HTTPStatus.OK,
    )


def _of_sold_genders(values: Values, sold: Facets) -> Values:
    """A department may name goods that the shop has none of; what is no gender at all is left to the form."""
    sold_for = {facet.value for facet in sold.genders}
    genders = values.get("gender", ())
    kept = tuple(value for value in genders if value in sold_for or value not in Gender.values)
    return {**values, "gender": kept} if kept else {k: v for k, v in values.items() if k != "gender"}


def _marked(query: PhotoQuery, ids: list[int]) -> dict[int, Marked]:
    return marked_products(product_ids=ids, encoder=query.encoder) if ids else {}


def _sight(query: PhotoQuery, liked: list[int], disliked: list[int], marked: dict[int, Marked]) -> _Sight:
    if not marked:
        return _Sight(query, query.vector, tuple(disliked))
    to, away = ([marked[pk].vector for pk in ids if pk in marked] for ids in (liked, disliked))
    vector = moved(query.vector, to, away)
    return _Sight(query, vector, tuple(disliked))


def _search(sight: _Sight, values: Values, sold: Facets) -> tuple[_Search, str]:
    """Under all guesses; without type and colour where nothing is left. And what was left out."""
    guessed = _guesses(sight.query, values, sold)
    search = _nearest(sight, values, guessed, sold)
    read = {name: guess for name, guess in search.guessed.items() if name in ("type", "colour")}
    if search.matches or not read:
        return search, ""
    fewer = {name: guess for name, guess in guessed.items() if name not in read}
    return _nearest(sight, values, fewer, sold), ", ".join(
        value for guess in read.values() for value in guess
    )


def _guesses(query: PhotoQuery, values: Values, sold: Facets) -> Values:
    """Whose goods look most like the photo is asked only where it matters: it is a search of its own."""
    guessed = guesses(query.labels, sold)
    is_said = values.get("gender") or "gender" in values.get("any", ())
    if is_said or len(departments_of([facet.value for facet in sold.genders])) < 2:
        return guessed
    types = guessed.get("type", ())  # not the shopper's, or another type would change the department, too
    for name, _share in likely_departments(vector=query.vector, encoder=query.encoder, types=types)[:1]:
        return {**guessed, "gender": genders_of(name, sold)}
    return guessed


def _nearest(sight: _Sight, values: Values, guessed: Values, sold: Facets) -> _Search:
    applied, used = with_guesses(values, guessed)
    form = _filter_form(applied, sold)
    filters = replace(form.filters(), exclude_product_ids=sight.excluded)
    matches = nearest(sight.vector, filters=filters, limit=MOST, encoder=sight.query.encoder)
    return _Search(matches, form, used)


def _filter_form(values: Values, sold: Facets) -> ProductFilterForm:
    form = ProductFilterForm(query_dict(values), choices=sold)
    form.is_valid()
    return form


def _sort(values: Values) -> str:
    sort = (values.get("sort") or ("",))[0]
    return sort if sort in SORTS else ""


def _sorted(matches: list[Match], sort: str) -> list[Match]:
    """The same matches in another order; what is alike stays what was found."""
    if not sort or not matches:
        return matches
    by_product = {match.product_id: match for match in matches}
    products = Product.objects.filter(pk__in=list(by_product)).by_price(descending=sort.startswith("-"))
    return [by_product[pk] for pk in products.values_list("pk", flat=True)]


def _is_weak(matches: list[Match], query: PhotoQuery) -> bool:
    """Whether even the best match is most likely of another type."""
    if not matches:
        return False
    kind = next((value for value, _share in query.labels.get("type", ())), "")
    best = strength_of(matches[0].similarity, encoder_key=query.encoder.key, kind=kind)
    return best is Strength.NOTHING_CLOSE


def _words(labels: Labels) -> str:
    """The likeliest colour and type: what one would type to find the same."""
    best = [value for head in ("colour", "type") for value, _share in labels.get(head, ())[:1]]
    return " ".join(best).lower()
