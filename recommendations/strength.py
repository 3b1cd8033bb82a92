"""Whether what was found is close enough to be shown without a word of doubt."""

from collections.abc import Sequence

from .selectors import Match

WEAK_BELOW = {"vitrine-1": 0.62}
"""Cosine of the best match under which a search by photo is called weak, by encoder.

Not calibrated: of phone photos of clothes about one in twenty-five finds nothing closer among 3,000 products,
of empty corners of them one in three, of plain gradients all, of noise none.
"""


def is_weak(matches: Sequence[Match], encoder_key: str) -> bool:
    return bool(matches) and matches[0].similarity < WEAK_BELOW.get(encoder_key, -1.0)
