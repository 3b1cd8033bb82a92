"""Why a product came up, in words."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from .guesses import LIKELY


def reasons(
    labels: Mapping[str, Sequence[tuple[str, float]]], *, product_type: str, colours: Iterable[str]
) -> list[str]:
    """What the product has of what was read from the photo, where that was read with some likelihood."""
    found = []
    if product_type in _read(labels, "type"):
        found.append(_("same type"))
    if _read(labels, "colour").intersection(colours):
        found.append(_("same colour"))
    return found


def _read(labels: Mapping[str, Sequence[tuple[str, float]]], head: str) -> set[str]:
    return {value for value, probability in labels.get(head, ())[:1] if probability >= LIKELY}
