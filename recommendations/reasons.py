"""Why a product came up, in words."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .guesses import LIKELY
from .ranking import Facts, Wanted
from .ranking.palette import distance

NEAR_COLOUR = 20.0
"""ΔE up to which two colours are called similar."""
NEAR_PRICE = 0.15


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


SHARED = {
    "type": gettext_lazy("same type"),
    "colour": gettext_lazy("same colour"),
    "near colour": gettext_lazy("similar colour"),
    "price": gettext_lazy("similar price"),
}


def shared(found: Facts, wanted: Wanted) -> list[str]:
    """What two products have in common, by what the catalogue says of them: keys of SHARED."""
    said = []
    if wanted.product_type and found.product_type == wanted.product_type:
        said.append("type")
    apart = distance(found.colours, wanted.colours)
    if apart is not None and apart <= NEAR_COLOUR:
        said.append("near colour" if apart else "colour")
    if found.price and wanted.price and abs(found.price - wanted.price) <= NEAR_PRICE * wanted.price:
        said.append("price")
    return said


def _read(labels: Mapping[str, Sequence[tuple[str, float]]], head: str) -> set[str]:
    return {value for value, probability in labels.get(head, ())[:1] if probability >= LIKELY}
