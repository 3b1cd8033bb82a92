"""What one tap changes about a search by photo: its filters, guesses, department and marked products."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.forms import ProductFilterForm
from catalog.selectors import Facets

from ..departments import DEPARTMENTS, EVERYONE, NAMES, department_of, departments_of
from ..guesses import CONFIDENT, Labels, alternatives
from ..refinements import DEPARTMENT, MARKS, pair
from ..selectors.marked import Marked


@dataclass(frozen=True)
class Chip:
    """A form field that a button sends; `said` is what a reader hears before the label."""

    label: str
    field: str
    pair: str
    said: str = ""
    pressed: bool = False


@dataclass(frozen=True)
class ChipGroup:
    """Of one question; pressing one answers it, pressing the pressed one takes the answer back."""

    label: str
    chips: list[Chip]


def chip_groups(form: ProductFilterForm, labels: Labels, sold: Facets) -> list[ChipGroup]:
    """What the photo may show, and whose goods: each question that has more than one answer."""
    department = _department_group(form, sold)
    return [*_guess_groups(form, labels, sold), *([department] if department else [])]


def applied_chips(form: ProductFilterForm, groups: Iterable[ChipGroup]) -> list[Chip]:
    """The filters that no pressed chip of `groups` stands for, each to be removed."""
    pressed = {chip.pair for group in groups for chip in group.chips if chip.pressed}
    if pressed & {pair(DEPARTMENT, name) for name in DEPARTMENTS}:
        pressed |= {pair("gender", value) for value in form.cleaned_data["gender"]}
    return [
        Chip(chosen.label, "without", pair(chosen.name, chosen.value), str(form[chosen.name].label))
        for chosen in form.selections()
        if pair(chosen.name, chosen.value) not in pressed
    ]


def marked_chips(liked: Iterable[int], disliked: Iterable[int], marked: Mapping[int, Marked]) -> list[Chip]:
    """Each mark, to be taken back."""
    said = {"like": _("More like %(title)s"), "unlike": _("Less like %(title)s")}
    return [
        Chip(said[name] % {"title": marked[pk].title}, "without", pair(name, pk))
        for name, ids in zip(MARKS, (liked, disliked), strict=True)
        for pk in ids
        if pk in marked
    ]


def _guess_groups(form: ProductFilterForm, labels: Labels, sold: Facets) -> list[ChipGroup]:
    groups = []
    for head in CONFIDENT:
        applied = tuple(form.cleaned_data.get(head, ()))
        likely = alternatives(labels, sold, head, applied)
        chips = [_answer(head, choice.value, choice.label, applied) for choice in likely]
        if chips:
            groups.append(ChipGroup(str(form[head].label), chips))
    return groups


def _department_group(form: ProductFilterForm, sold: Facets) -> ChipGroup | None:
    offered = departments_of([facet.value for facet in sold.genders])
    if len(offered) < 2:
        return None
    chosen = department_of(form.cleaned_data.get("gender", ()))
    chips = [
        Chip(str(NAMES[name]), "instead", pair(DEPARTMENT, name), pressed=name == chosen) for name in offered
    ]
    everyone = Chip(
        _("Everyone"),
        "instead",
        pair(DEPARTMENT, EVERYONE),
        pressed=not form.cleaned_data.get("gender"),
    )
    return ChipGroup(_("For"), [*chips, everyone])


def _answer(head: str, value: str, label: str, applied: Collection[str]) -> Chip:
    pressed = value in applied
    return Chip(label, "without" if pressed else "instead", pair(head, value), pressed=pressed)
