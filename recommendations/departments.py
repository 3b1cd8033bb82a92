"""Women's, men's and children's goods: kept apart by what the catalogue says, since no photo tells."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log2

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Gender

DEPARTMENTS: dict[str, tuple[str, ...]] = {
    "women": (Gender.WOMEN.value, Gender.UNISEX.value),
    "men": (Gender.MEN.value, Gender.UNISEX.value),
    "children": (Gender.GIRLS.value, Gender.BOYS.value, Gender.UNISEX.value),
}
"""Whose goods each department holds."""
NAMES: dict[str, str | Promise] = {"women": _("Women"), "men": _("Men"), "children": _("Children")}
EVERYONE = "all"

_OF = {
    Gender.WOMEN.value: "women",
    Gender.MEN.value: "men",
    Gender.GIRLS.value: "children",
    Gender.BOYS.value: "children",
}


def votes(genders: Iterable[str]) -> list[tuple[str, float]]:
    """The departments of `genders`, nearest first, each with its share of the votes, the largest first.

    Place n has 1 / log2(n + 1) votes, the discount of ranked lists; what is for everyone has none.
    """
    counted: Counter[str] = Counter()
    for place, gender in enumerate(genders, start=1):
        if gender in _OF:
            counted[_OF[gender]] += 1 / log2(place + 1)  # type: ignore[assignment]
    total = sum(counted.values()) or 1
    return [(name, round(share / total, 4)) for name, share in counted.most_common()]


def likely(
    voted: Sequence[tuple[str, float]],
    seen: Sequence[tuple[str, float]],
    sold: Mapping[str, Mapping[str, int]],
) -> list[tuple[str, float]]:
    """The departments in `voted`: each vote times the department's share of what was seen, adding up to one.

    `seen`: types with their probabilities; `sold`: for each type how many are for each gender. Where no such
    type is sold to those who were voted for, the votes stand.
    """
    shares = [(probability, _shares(sold.get(kind, {}))) for kind, probability in seen]
    weighed = {
        name: vote * sum(probability * of_type.get(name, 0.0) for probability, of_type in shares)
        for name, vote in voted
    }
    total = sum(weighed.values())
    if not total:
        return list(voted)
    return [(name, weight / total) for name, weight in sorted(weighed.items(), key=lambda pair: -pair[1])]


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    """Each department's share of goods that are counted by gender; what is for everyone is nobody's."""
    owned: Counter[str] = Counter()
    for gender, count in counts.items():
        if gender in _OF:
            owned[_OF[gender]] += count
    return {name: count / owned.total() for name, count in owned.items() if count}


def departments_of(genders: Collection[str]) -> list[str]:
    """The departments that have goods of their own among these."""
    return [name for name, held in DEPARTMENTS.items() if set(held) & set(genders) - {Gender.UNISEX.value}]


def department_of(genders: Iterable[str]) -> str:
    """The department that holds exactly these goods, EVERYONE where none does."""
    chosen = set(genders)
    return next((name for name, held in DEPARTMENTS.items() if set(held) >= chosen and chosen), EVERYONE)
