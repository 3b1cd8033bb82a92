"""The view model of the filters beside a list; printed by templates/components/filter_panel.html."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.forms import BoundField

from .forms import ProductFilterForm, Selection
from .price_bands import price_bands
from .selectors import Facet, Facets

Pair = tuple[str, str]
FIRST = 10
PROMOTED = ("colour", "type")
PROMOTED_EACH = 2
_PRICES = ("price_min", "price_max")


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
class Switch:
    """A filter that a link turns on, or off where it is `on`."""

    label: str
    url: str
    on: bool


@dataclass(frozen=True)
class FilterPanel:
    """`hidden` are the pairs that the form carries along, `clear_url` the page with none of the filters.

    `promoted` are a few filters worth a tap without opening the panel; they are in it, too.
    """

    form: ProductFilterForm
    action: str
    hidden: tuple[Pair, ...]
    groups: tuple[FilterGroup, ...]
    chips: tuple[Chip, ...]
    bands: tuple[Switch, ...]
    promoted: tuple[Switch, ...]
    clear_url: str


def filter_panel(
    *, form: ProductFilterForm, action: str, counts: Facets | None = None, hidden: Iterable[Pair] = ()
) -> FilterPanel:
    """`form` has been validated; `action` is the page's path; `hidden` is what else its query string says."""
    hidden = tuple(hidden)
    selections = tuple(form.selections())
    groups = _groups(form, selections, counts)
    switches = _Switches(action, hidden, selected_pairs(form))
    return FilterPanel(
        form=form,
        action=action,
        hidden=hidden,
        groups=groups,
        chips=tuple(
            Chip(
                f"{form[chosen.name].label}: {chosen.label}", _url_without(chosen, selections, action, hidden)
            )
            for chosen in selections
        ),
        bands=switches.bands(),
        promoted=(switches.in_stock(form), *switches.promoted(groups)),
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


class _Switches:
    """Links to the page with one filter more or less than it has."""

    def __init__(self, action: str, hidden: tuple[Pair, ...], selected: list[Pair]) -> None:
        self._action = action
        self._hidden = hidden
        self._selected = selected

    def bands(self) -> tuple[Switch, ...]:
        others = [pair for pair in self._selected if pair[0] not in _PRICES]
        prices = [pair for pair in self._selected if pair[0] in _PRICES]
        return tuple(
            self._switch(band.label, [*others, *band.pairs()], others, on=band.pairs() == prices)
            for band in price_bands()
        )

    def in_stock(self, form: ProductFilterForm) -> Switch:
        return self._toggle(str(form["in_stock"].label), ("in_stock", "1"))

    def promoted(self, groups: Iterable[FilterGroup]) -> Iterable[Switch]:
        """The most frequent values of the groups that have a choice to offer."""
        for group in groups:
            if group.field.name in PROMOTED and len(group.options) > 1:
                for option in group.options[:PROMOTED_EACH]:
                    yield self._toggle(option.label, (group.field.name, option.value))

    def _toggle(self, label: str, pair: Pair) -> Switch:
        without = [selected for selected in self._selected if selected != pair]
        return self._switch(label, [*without, pair], without, on=pair in self._selected)

    def _switch(self, label: str, with_it: list[Pair], without: list[Pair], *, on: bool) -> Switch:
        return Switch(label, page_url(self._action, [*self._hidden, *(without if on else with_it)]), on)
