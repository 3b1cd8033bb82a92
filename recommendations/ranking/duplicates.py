"""The same goods twice: another size or colour name of one item, or one photograph under two names."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .facts import Facts, looks_of
from .score import Ranked

SAME_SHOT = 0.985
"""Cosine of the looks from which two pictures of one type show the same thing."""


def collapsed(products: Sequence[Ranked], *, beside: Sequence[Ranked] = ()) -> list[Ranked]:
    """Only the first of each kind of twins, in their order; none that has its twin in `beside`."""
    everything = [*beside, *products]
    rows = firsts([product.facts for product in everything], settled=len(beside))
    return [everything[row] for row in rows[len(beside) :]]


def firsts(facts: Sequence[Facts], *, settled: int = 0) -> list[int]:
    """The rows of the first of each kind of twins; the first `settled` rows stay, whatever they are."""
    if not facts:
        return []
    alike = _alike(facts)
    kept = dict.fromkeys(range(settled))
    alone = (alike.sum(axis=1) <= 1).tolist()  # like none but itself, as nearly all are
    for row in range(settled, len(facts)):
        twins = [] if alone[row] else np.flatnonzero(alike[row]).tolist()
        if not any(twin in kept and _share_colour(facts[row], facts[twin]) for twin in twins):
            kept[row] = None
    return list(kept)


def _alike(facts: Sequence[Facts]) -> npt.NDArray[np.bool_]:
    """Which are of one type and have one title or show the same: all pairs at once, for most are neither."""
    looks = looks_of(np.stack([one.vector for one in facts]), facts[0].looks_from)
    titles = [_plain(one.title) for one in facts]
    same_title = _equal(titles) & np.array([bool(title) for title in titles])
    same_type = _equal([one.product_type for one in facts])
    return np.asarray(same_type & (same_title | (looks @ looks.T >= SAME_SHOT)), np.bool_)


def _equal(words: Sequence[str]) -> npt.NDArray[np.bool_]:
    """By numbers for words: arrays of texts are slow to compare."""
    numbers = {word: number for number, word in enumerate(words)}
    codes = np.array([numbers[word] for word in words])
    return np.asarray(codes[:, None] == codes[None, :], np.bool_)


def _share_colour(one: Facts, other: Facts) -> bool:
    return bool(one.colours & other.colours) or not (one.colours or other.colours)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
