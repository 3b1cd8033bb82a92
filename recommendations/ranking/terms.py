"""What makes one product a better answer than another, each for itself: from 0 to 1."""

from collections.abc import Callable
from math import exp, log

from .facts import Facts, Wanted
from .palette import distance

FAR_COLOUR = 25.0
"""ΔE at which a colour counts for a third: navy and black are 27 apart, red and maroon 36."""
MONTHS = 90.0
"""Days after which a product is a third as new."""
ENOUGH = 12
"""Pieces on hand that are as good as any more."""
UNISEX = "unisex"


def look(found: Facts, wanted: Wanted) -> float:
    return max(0.0, min(1.0, found.similarity))


def type_(found: Facts, wanted: Wanted) -> float:
    return float(bool(wanted.product_type) and found.product_type == wanted.product_type)


def colour(found: Facts, wanted: Wanted) -> float:
    apart = distance(found.colours, wanted.colours)
    return 0.0 if apart is None else exp(-apart / FAR_COLOUR)


def gender(found: Facts, wanted: Wanted) -> float:
    """What is for everyone is half as good as what is for the same."""
    if not wanted.gender:
        return 0.0
    return 1.0 if found.gender == wanted.gender else 0.5 if UNISEX in (found.gender, wanted.gender) else 0.0


def price(found: Facts, wanted: Wanted) -> float:
    """Half as dear and twice as dear count for a third."""
    if not found.price or not wanted.price:
        return 0.0
    return exp(-abs(log(found.price / wanted.price)) / log(2))


def newness(found: Facts, wanted: Wanted) -> float:
    return exp(-max(0.0, found.age_days) / MONTHS)


def stock(found: Facts, wanted: Wanted) -> float:
    """What is nearly sold out would soon lead to nothing."""
    return min(1.0, max(0, found.stock) / ENOUGH)


Term = Callable[[Facts, Wanted], float]
TERMS: dict[str, Term] = {
    "look": look,
    "type": type_,
    "colour": colour,
    "gender": gender,
    "price": price,
    "newness": newness,
    "stock": stock,
}
