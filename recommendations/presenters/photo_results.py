"""What a search by photo found, and the ways on from there."""

from dataclasses import dataclass
from http import HTTPStatus

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.cards import ProductCard
from catalog.filter_panel import FilterPanel, filter_panel
from catalog.models import Gender
from catalog.selectors import Facets, sold_facets

from ..guesses import Labels
from ..models import PhotoQuery
from ..refinements import Values, asked, link, marks, pair, with_guesses
from .cards import cards_of
from .photo_chips import Chip, ChipGroup, applied_chips, chip_groups, marked_chips
from .photo_matches import MOST, SORTS, filter_form, photo_matches, sort_of

PAGE_SIZE = 24


class UnknownFilter(ValueError):  # noqa: N818 - it says what is the case
    """A filter that a new search cannot begin with. `str()` is a translated sentence; the answer is a 400."""

    status = HTTPStatus.BAD_REQUEST


@dataclass(frozen=True)
class PhotoResults:
    """`total` counts the matches, of which `cards` are shown; the next step shows `more`, None at the end.

    `is_capped`: there may be more matches than are ever shown.
    `guessed`, `any`, `liked`, `disliked` and `sort` are what a form carries. `left_out` is a guess that would
    have left nothing, `words` what the photo shows, to search in words. `status` is 400 when a filter was not
    understood and left out.
    """

    cards: list[ProductCard]
    total: int
    is_capped: bool
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
    def next_count(self) -> int:
        return min(PAGE_SIZE, self.total - len(self.cards))

    @property
    def count_text(self) -> str:
        return ngettext("%(total)d item", "%(total)d items", self.total) % {"total": self.total}

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """Value, label, and whether it is the present one."""
        return [(value, str(label), value == self.sort) for value, label in SORTS.items()]


def shown_count(data: QueryDict) -> int:
    """How many results a request asks for. Raises Http404 unless it is one of the steps."""
    text = data.get("show", str(PAGE_SIZE))
    if text not in map(str, range(PAGE_SIZE, MOST + 1, PAGE_SIZE)):
        raise Http404(_("This page of the results does not exist."))
    return int(text)


def check_filters(data: QueryDict) -> None:
    """Raises UnknownFilter for a search that is yet to begin. One that goes on leaves a bad filter out."""
    if values := asked(data):
        form = filter_form(with_guesses(values, {})[0], sold_facets())
        for name, sentences in form.errors.items():
            raise UnknownFilter(f"{form[name].label}: {sentences[0]}")


def photo_results(*, query: PhotoQuery, data: QueryDict) -> PhotoResults:
    """What `query` finds under the filters in `data`, in a constant number of queries. Raises Http404."""
    shown, path, sold = shown_count(data), query.get_absolute_url(), sold_facets()
    values = _of_sold_genders(asked(data), sold)
    liked, disliked = marks(values)
    search = photo_matches(query=query, values=values, sold=sold)
    total, sort = len(search.matches), sort_of(values)
    more = shown + PAGE_SIZE if shown < total else None
    groups = chip_groups(search.form, query.labels, sold)
    return PhotoResults(
        cards=cards_of(search.matches[:shown], colours=search.form.filters().colours),
        total=total,
        is_capped=search.is_capped,
        more=more,
        more_url=link(path, values, show=more),
        url=link(path, values, show=shown if shown > PAGE_SIZE else None),
        weak=search.weak,
        panel=filter_panel(form=search.form, action=path),
        chips=[*applied_chips(search.form, groups), *marked_chips(liked, disliked, search.marked)],
        groups=groups,
        guessed=[pair(name, value) for name, guess in search.guessed.items() for value in guess],
        any=values.get("any", ()),
        liked=liked,
        disliked=disliked,
        sort=sort,
        left_out=search.left_out,
        words=_words(query.labels),
        status=HTTPStatus.BAD_REQUEST if search.form.errors else HTTPStatus.OK,
    )


def _of_sold_genders(values: Values, sold: Facets) -> Values:
    """A department may name goods that the shop has none of; what is no gender at all is left to the form."""
    sold_for = {facet.value for facet in sold.genders}
    genders = values.get("gender", ())
    kept = tuple(value for value in genders if value in sold_for or value not in Gender.values)
    return {**values, "gender": kept} if kept else {k: v for k, v in values.items() if k != "gender"}


def _words(labels: Labels) -> str:
    """The likeliest colour and type: what one would type to find the same."""
    best = [value for head in ("colour", "type") for value, _share in labels.get(head, ())[:1]]
    return " ".join(best).lower()
