"""The view model of the filters beside a list; printed by templates/components/filter_panel.html."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import BoundField

from .forms import ProductFilterForm, Selection
from .selectors import Facet, Facets

Pair = tuple[str, str]
FIRST = 10


@dataclass(frozen=True)
class FilterOption:
    """`count` is None where values are not counted."""

    value: str
    label: str
    count: int | None
    checked: bool

    @property
    def disabled(self) -> bool:
        """Nothing would be found; what is ticked can always be unticked."""
        return self.count == 0 and not self.checked


@dataclass(frozen=True)
class FilterGroup:
    """Long groups show their `first` values, and the `rest` after one more step."""

    field: BoundField
    options: tuple[FilterOption, ...]

    @property
    def has_swatches(self) -> bool:
        return self.field.name == "colour"

    @property
    def first(self) -> tuple[FilterOption, ...]:
        return self.options[:FIRST]

    @property
    def rest(self) -> tuple[FilterOption, ...]:
        return self.options[FIRST:]

    @property
    def rest_is_used(self) -> bool:
        return any(option.checked for option in self.rest)


@dataclass(frozen=True)
class Chip:
    """An applied filter, and the page without it."""

    label: str
    url: str


@dataclass(frozen=True)
class FilterPanel:
    """`hidden` are the pairs that the form carries along, `clear_url` the page with none of the filters."""

    form: ProductFilterForm
    action: str
    hidden: tuple[Pair, ...]
    groups: tuple[FilterGroup, ...]
    chips: tuple[Chip, ...]
    clear_url: str


def filter_panel(
    *, form: ProductFilterForm, action: str, counts: Facets | None = None, hidden: Iterable[Pair] = ()
) -> FilterPanel:
    """`form` has been validated; `action` is the page's path; `hidden` is what else its query string says."""
    hidden = tuple(hidden)
    selections = tuple(form.selections())
    return FilterPanel(
        form=form,
        action=action,
        hidden=hidden,
        groups=_groups(form, selections, counts),
        chips=tuple(
            Chip(
                f"{form[chosen.name].label}: {chosen.label}", _url_without(chosen, selections, action, hidden)
            )
            for chosen in selections
        ),
        clear_url=page_url(action, hidden),
    )


def page_url(path: str, pairs: Iterable[Pair]) -> str:
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


def selected_pairs(form: ProductFilterForm) -> list[Pair]:
    """What is applied, as a query string has it."""
    return [(chosen.name, chosen.value) for chosen in form.selections()]


def _url_without(
    removed: Selection, selections: Iterable[Selection], action: str, hidden: tuple[Pair, ...]
) -> str:
    kept = [(chosen.name, chosen.value) for chosen in selections if chosen != removed]
    return page_url(action, (*hidden, *kept))


def _groups(
    form: ProductFilterForm, selections: Iterable[Selection], counts: Facets | None
) -> tuple[FilterGroup, ...]:
    checked = {(chosen.name, chosen.value) for chosen in selections}
    counted = counts.by_field() if counts else {}
    return tuple(
        FilterGroup(form[name], tuple(_options(name, facets, checked, counted.get(name))))
        for name, facets in form.choices.by_field().items()
        if facets
    )


def _options(
    name: str, facets: Iterable[Facet], checked: set[Pair], counted: tuple[Facet, ...] | None
) -> Iterable[FilterOption]:
    counts = None if counted is None else {facet.value: facet.count for facet in counted}
    for facet in facets:
        count = None if counts is None else counts.get(facet.value, 0)
        yield FilterOption(facet.value, facet.label, count, (name, facet.value) in checked)
