"""Whether colours go together, by their places in CIELAB.

Neutrals go with all; of two hues those that are close, opposite or a third of the circle apart. After
M. Tokumaru et al., "Color design support system considering color harmony", 2002, much simplified.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import atan2, degrees, hypot

from ..ranking.palette import Lab, lab_of

NEUTRAL = 14.0
"""Chroma up to which a colour has no hue to speak of: black, white, greys, cream; navy and beige nearly."""
UNKNOWN = 0.5
_KEPT = ((0, 1.0), (30, 0.8), (60, 0.35), (90, 0.3), (120, 0.6), (150, 0.75), (180, 0.85))
"""How well hues so many degrees apart go together; between them in a straight line."""


def harmony(one: Iterable[str], other: Iterable[str]) -> float:
    """0 (they clash) to 1, of the best pair of named colours; UNKNOWN where none can be told."""
    first, second = ([lab for name in names if (lab := lab_of(name))] for names in (one, other))
    return max((_pair(a, b) for a in first for b in second), default=UNKNOWN)


def _pair(a: Lab, b: Lab) -> float:
    """Two that are equally light want a difference in hue more than two that are not."""
    light = min(1.0, abs(a[0] - b[0]) / 40)
    if min(hypot(*a[1:]), hypot(*b[1:])) <= NEUTRAL:
        return 0.8 + 0.2 * light
    return 0.85 * _hues(a, b) + 0.15 * light


def _hues(a: Lab, b: Lab) -> float:
    apart = abs(degrees(atan2(a[2], a[1])) - degrees(atan2(b[2], b[1]))) % 360
    apart = min(apart, 360 - apart)
    for (start, low), (end, high) in pairwise(_KEPT):
        if apart <= end:
            return low + (high - low) * (apart - start) / (end - start)
    return _KEPT[-1][1]
