"""The goods in a shopper's photo, to choose among."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..edges import Edges
from ..focus import WHOLE, Focus
from ..guesses import CONFIDENT, Labels

WHOLE_PHOTO = "whole"
NAMES: dict[str, str | Promise] = {
    "upper": gettext_lazy("Top"),
    "lower": gettext_lazy("Trousers or skirt"),
    "dress": gettext_lazy("Dress"),
    "shoes": gettext_lazy("Shoes"),
    "bag": gettext_lazy("Bag"),
    "other": gettext_lazy("Item"),
    WHOLE_PHOTO: gettext_lazy("Whole photo"),
}
_SAME_PART = 0.8
"""From this overlap on, a part that was drawn by hand is the region under it."""


@dataclass(frozen=True)
class RegionChoice:
    """A part of the photo that one tap searches. `kind` is a key of NAMES; `str(edges)` its form field."""

    label: str
    kind: str
    edges: Edges
    chosen: bool

    @property
    def middle(self) -> tuple[float, float]:
        """Where its dot belongs, in per cent from the left and from the top."""
        return (self.edges.left + self.edges.right) / 2, (self.edges.top + self.edges.bottom) / 2


@dataclass(frozen=True)
class PhotoRegions:
    """`choices`: the goods found, the likeliest first, and the whole photo last.

    `is_unsure`: none was found, and the searched part is a guess.
    """

    choices: list[RegionChoice]
    is_unsure: bool


def photo_regions(focus: Focus, labels: Labels | None = None) -> PhotoRegions:
    """`labels`, what the encoder read from the searched part, name the region that was chosen."""
    chosen = _chosen(focus)
    names = _told_apart(region_names(focus, labels))
    choices = [
        RegionChoice(name, region.kind, Edges.of(region.box), row == chosen)
        for row, (name, region) in enumerate(zip(names, focus.regions, strict=True))
    ]
    searched = Edges.of(focus.box)
    whole = RegionChoice(str(NAMES[WHOLE_PHOTO]), WHOLE_PHOTO, WHOLE, searched.is_whole)
    return PhotoRegions([*choices, whole], focus.is_unsure)


def region_names(focus: Focus, labels: Labels | None = None) -> list[str]:
    """What each region is called: its kind, and the chosen one by its type where that is sure."""
    names = [str(NAMES[region.kind]) for region in focus.regions]
    chosen = _chosen(focus)
    if chosen is not None:
        names[chosen] = _read_type(labels or {}) or names[chosen]
    return names


def _chosen(focus: Focus) -> int | None:
    """The row of the region that is searched, if it is one of them."""
    searched = Edges.of(focus.box)
    if searched.is_whole:
        return None
    shares = [_overlap(searched, Edges.of(region.box)) for region in focus.regions]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] >= _SAME_PART else None


def _overlap(one: Edges, other: Edges) -> float:
    """Intersection over union."""
    across = max(0, min(one.right, other.right) - max(one.left, other.left))
    down = max(0, min(one.bottom, other.bottom) - max(one.top, other.top))
    shared = across * down
    return shared / (one.width * one.height + other.width * other.height - shared)


def _read_type(labels: Labels) -> str:
    """The type as the shop calls it, where it was read with confidence."""
    return next((value for value, sure in labels.get("type", ())[:1] if sure >= CONFIDENT["type"]), "")


def _told_apart(names: Sequence[str]) -> list[str]:
    """A number after each name but its first."""
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[name] += 1
        numbered.append(
            _("%(name)s %(number)d") % {"name": name, "number": seen[name]} if seen[name] > 1 else name
        )
    return numbered
